// SPDX-License-Identifier: MIT
window.nyCalendar = {
day: {{day}}, late: {{late}},
days: {
{{#days}}
{{special_day}}: {{is_worked}},
{{/days}}
},
years: [{{#years}}{{year}},{{/years}}],
hours: [
{{#hours}}
[{{point_code}}, {{weekdays}}, {{opens}}, {{closes}}],
{{/hours}}
],
weekdays: [{{#weekday_names}}{{weekday}},{{/weekday_names}}]{{#format}},
format: {{format}},
months: [{{#month_names}}{{month}},{{/month_names}}]{{/format}}
};

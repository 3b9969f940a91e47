// SPDX-License-Identifier: MIT
window.nyNames = [
{{#names}}
[{{code_national}}, {{name}}, {{words}}, {{popular}}, {{is_gone}}],
{{/names}}
];
window.nyAbbreviations = {
{{#abbreviations}}
{{short}}: {{long}},
{{/abbreviations}}
};

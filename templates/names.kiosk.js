// SPDX-License-Identifier: MIT
window.nyNames = [
{{#names}}
[{{code_national}}, {{name}}, {{words}}, {{popular}}, {{is_gone}}{{#original}}, {{original}}{{/original}}],
{{/names}}
];
window.nyAbbreviations = {
{{#abbreviations}}
{{short}}: {{long}},
{{/abbreviations}}
};

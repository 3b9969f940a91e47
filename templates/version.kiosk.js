// SPDX-License-Identifier: MIT
window.nyBuild = { number: {{number}}, day: {{day}} };

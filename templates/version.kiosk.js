window.nyBuild = { number: {{number}}, day: {{day}} };

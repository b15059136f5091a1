/** The page's style: light and dark by the browser's wish, no script. */
export const style = `
:root { color-scheme: light dark;
  --back: light-dark(#f6f7f9, #14161a); --card: light-dark(#fff, #1d2026); --line: light-dark(#dfe3e8, #343943);
  --text: light-dark(#1b1f24, #e6e8eb); --soft: light-dark(#5a6472, #a0a8b4); --accent: light-dark(#1864ab, #74b8f5);
  --bad: light-dark(#b3261e, #ff8a80); --bad-back: light-dark(#fdecea, #3b1d1c);
  --good: light-dark(#1b6e3c, #7ddb9c); --good-back: light-dark(#e6f4ea, #17301f);
  --warn: light-dark(#8a5200, #ffc069); --warn-back: light-dark(#fff3e0, #38290f); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; }
main { max-width: 78rem; margin: 0 auto; padding: 1.5rem; display: grid; gap: 1.25rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.125rem; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; max-width: 44rem; } .soft { color: var(--soft); }
section { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.25rem; min-width: 0; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 0; }
.figures div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1.25rem; }
.figures dt { color: var(--soft); font-size: .875rem; }
.figures dd { margin: 0; font-size: 1.5rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.figures .alarm dd { color: var(--bad); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
th, td { text-align: start; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
tr:last-child td { border-bottom: 0; } th { color: var(--soft); font-weight: 500; font-size: .8125rem; white-space: nowrap; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; } td.actions { text-align: end; white-space: nowrap; padding-right: 0; }
.badge { display: inline-block; padding: .0625rem .5rem; border-radius: 1rem; font-size: .8125rem; white-space: nowrap; }
.fine { color: var(--good); background: var(--good-back); } .late { color: var(--warn); background: var(--warn-back); }
.revoked { color: var(--bad); background: var(--bad-back); } .main { color: var(--accent); border: 1px solid currentColor; }
form { margin: 0; } td form { display: inline-block; } td form + form { margin-inline-start: .5rem; }
button, .button { font: inherit; font-size: .9375rem; padding: .375rem .875rem; min-height: 2.25rem; border-radius: .375rem; border: 1px solid var(--line);
  background: var(--card); color: var(--text); cursor: pointer; text-decoration: none; display: inline-block; }
button:hover, .button:hover { border-color: var(--accent); }
button.first { background: var(--accent); border-color: var(--accent); color: var(--card); }
button.danger { background: var(--bad); border-color: var(--bad); color: var(--card); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.fields { display: flex; flex-wrap: wrap; gap: 1rem; align-items: end; } .fields label { display: grid; gap: .25rem; font-size: .875rem; color: var(--soft); }
input, select { font: inherit; color: var(--text); background: var(--back); border: 1px solid var(--line); border-radius: .375rem; padding: .375rem .625rem; min-height: 2.25rem; min-width: 11rem; }
.code { font: 600 1.75rem/1.4 ui-monospace, monospace; letter-spacing: .05em; overflow-wrap: anywhere; }
.link { font-family: ui-monospace, monospace; overflow-wrap: anywhere; user-select: all; }
.qr { background: #fff; padding: .75rem; border-radius: .5rem; width: 14rem; } .qr svg { display: block; width: 100%; height: auto; }
.two { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2rem; align-items: start; } .row { display: flex; gap: .75rem; }
@media (max-width: 44rem) { .two { grid-template-columns: minmax(0, 1fr); } main { padding: 1rem; } }
`;

/** SHA-256 of `style`, base64: the only style that the page's security policy allows. */
export const styleDigest = '0G93A0jOlMOQg8+V+nLI4tTDBmfOzLcUngxSJXqiEIk=';

/** The look of the report, on a screen and on A4. */
export const style = `
:root { color-scheme: light; --ink: #1b2430; --soft: #566272; --line: #d3dae3; --pale: #f4f6f9; --blue: #1d4f91; --red: #b3261e; --amber: #8a5a00; --green: #1b6b3a; --violet: #5b3f9b; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 1.5rem 1.5rem 4rem; color: var(--ink); background: #fff; font: 15px/1.7 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; font-variant-numeric: tabular-nums; text-autospace: normal; line-break: strict; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: .5rem 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.5; margin: 2.6rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--blue); }
h3 { font-size: 1.08rem; margin: 1.8rem 0 .5rem; }
h4 { font-size: 1rem; line-height: 1.5; margin: 0 0 .3rem; }
p, ul, dl, table { margin: .4rem 0; }
ul { padding-left: 1.2rem; }
a { color: var(--blue); }
code { font: .88em/1.5 ui-monospace, "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
code.rule { font-weight: 600; }
.soft, .path, dt, .element { color: var(--soft); }
.soft { font-size: .9em; }
.count { font-size: .85rem; font-weight: 400; color: var(--soft); }
dl > div { display: grid; grid-template-columns: 7em minmax(0, 1fr); gap: .8em; padding: .15rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
dd > ul, dd > p, td > p, td > ul { margin: 0; }
:is(dd, td) > ul:not(:has(li + li)) { list-style: none; padding: 0; }
table { border-collapse: collapse; width: 100%; font-size: .92em; line-height: 1.55; }
caption { text-align: left; font-weight: 600; padding: .5rem 0 .2rem; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th, th[scope=rowgroup] { background: var(--pale); font-weight: 600; }
thead th, th > code { overflow-wrap: break-word; }
tbody th[scope=row] { font-weight: 400; }
.status, .badge { display: inline-block; white-space: nowrap; font-size: .82rem; font-weight: 600; line-height: 1.5; padding: 0 .5em; border: 1px solid currentColor; border-radius: 3px; }
.badge { font-weight: 400; color: var(--soft); }
.fail { color: var(--red); }
.cannot-tell { color: var(--amber); }
.pass { color: var(--green); }
.waived { color: var(--violet); }
.not-applicable, .not-due { color: var(--soft); }
.badge.regulation { color: var(--red); }
.badge.bank { color: var(--blue); }
.badge.red-line { color: #fff; background: var(--red); border-color: var(--red); }
.compact .status { border: 0; padding: 0; font-weight: 400; }
code.clause, .seen td:last-child, .wanted td:nth-child(3), .compact td:nth-child(n + 3) { white-space: nowrap; }
.wide th:first-child { width: 9em; }
.wide th:last-child { width: 24%; }
.seen th:first-child { width: 24%; }
.seen td:last-child { width: 8em; }
.seen th:last-child, .diagnostics th, .diagnostics td:nth-child(3), .steps td:nth-child(3) { white-space: nowrap; }
:lang(en) :is(h3, dt, thead th, thead button, caption, summary, .scope)::first-letter { text-transform: uppercase; }
.unverified { color: var(--red); }
.card { color: var(--ink); margin: .8rem 0; padding: .8rem 1rem; border: 1px solid var(--line); border-left: 5px solid var(--red); border-radius: 4px; }
.card.cannot-tell { border-left-color: var(--amber); }
.card.waived { border-left-color: var(--violet); }
.target { background: #fff9e6; }
.target:focus { outline: 2px solid var(--blue); outline-offset: 2px; }
.badges { margin: 0 0 .4rem; }
.message { white-space: pre-line; font-size: 1.02rem; margin: .3rem 0 .5rem; padding: .4rem .8rem; background: var(--pale); border-radius: 3px; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; list-style: none; padding: 0; }
.tiles li { padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 4px; }
.tiles li:has(button) { padding: 0; }
.tiles button { font: inherit; color: inherit; padding: .5rem 1rem; border: 0; border-radius: 4px; background: none; }
.tiles b { font-size: 1.5rem; line-height: 1; margin-left: .4rem; vertical-align: middle; }
.tiles .status { vertical-align: middle; }
caption .soft { font-weight: 400; }
.dossiers th[scope=row] { min-width: 13em; }
details { margin: .5rem 0; }
dd > details { margin: 0; }
summary { cursor: pointer; }
:is(.others, .untold, .waiting) > summary { padding: .25rem .6rem; background: var(--pale); border-radius: 3px; }
button, input, select { font: inherit; font-size: .9rem; color: var(--ink); padding: .25rem .6rem; border: 1px solid var(--line); border-radius: 4px; background: #fff; max-width: 100%; }
button { cursor: pointer; color: var(--blue); }
button:hover:not(:disabled) { background: var(--pale); }
:is(button, input, select, summary, a):focus-visible { outline: 2px solid var(--blue); outline-offset: 1px; }
:disabled { color: var(--soft); opacity: .55; cursor: default; }
.number { text-align: right; white-space: nowrap; }
td.soft { color: var(--soft); }
tr.folded { display: none; }
.defects td > button { font-size: inherit; line-height: inherit; padding: 0 .4rem; border-color: transparent; text-decoration: underline; text-underline-offset: .2em; }
.defects th:first-child { width: 9.5em; }
.defects td:nth-child(3) { white-space: nowrap; }
.more { margin: .3rem 0; }
.controls { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0; }
.controls input { flex: 1 1 14rem; }
.controls select { flex: 0 1 auto; max-width: 20rem; }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .5rem; margin: .4rem 0; }
.openers, .pages { display: flex; flex-wrap: wrap; gap: .5rem; }
.pages { margin: .8rem 0; }
.pages[hidden] { display: none; }
.dossiers th button { padding: 0; border: 0; background: none; font-size: inherit; line-height: inherit; text-align: left; overflow-wrap: anywhere; }
.dossiers thead button { font-weight: 600; color: var(--ink); }
[aria-sort=ascending] > button::after { content: " ▲"; font-size: .75em; }
[aria-sort=descending] > button::after { content: " ▼"; font-size: .75em; }
.dossiers thead th { white-space: nowrap; }
.opener::before { content: "▸"; display: inline-block; width: 1.1em; color: var(--soft); }
.opener[aria-expanded=true]::before { content: "▾"; }
.where { font-size: .92em; color: var(--soft); }
tr.file:has([aria-expanded=true]) > * { background: var(--pale); border-bottom-color: transparent; }
tr.detail > td { padding: .2rem 1rem 1.2rem; border-top: 0; }
.dossier { font-size: .95rem; }
.dossier h3:first-of-type { margin-top: 1rem; }
.card:focus { outline: none; }
.card .link { font-weight: 400; text-decoration: none; opacity: .5; }
.card .link:is(:hover, :focus) { opacity: 1; }
.waiting li { list-style: none; display: inline-block; width: 22rem; max-width: 100%; vertical-align: top; }
footer { margin-top: 3rem; }
footer dl > div { grid-template-columns: 13em minmax(0, 1fr); }
@media screen and (max-width: 45rem) { body { padding: 1rem .8rem; } dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; } table { display: block; overflow-x: auto; } :is(.seen, .wanted, .wide, .compact, .steps, .diagnostics) :is(th, td) { min-width: 4.5em; } .defects th:first-child { width: auto; white-space: nowrap; } .defects td:nth-child(2) { min-width: 9em; } .defects td:nth-child(3) { white-space: normal; } .dossiers { display: table; } .dossiers th[scope=row] { min-width: 0; } .dossiers .optional { display: none; } tr.detail > td { padding: .2rem .2rem 1rem; max-width: 0; } .controls select { max-width: 100%; } .tiles { gap: .4rem; } .tiles :is(li, button) { padding: .3rem .5rem; } .tiles li:has(button) { padding: 0; } td > code, th > code { overflow-wrap: normal; } }
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #566272; } }
@media print {
  body { max-width: none; padding: 0 1px; font-size: 9.5pt; line-height: 1.55; }
  .compact { font-size: 8pt; line-height: 1.35; }
  .compact th, .compact td { padding: .1rem .35rem; }
  .compact .status { font-size: 8pt; line-height: 1.35; }
  a { color: inherit; text-decoration: none; }
  button { border: 0; padding: 0; background: none; color: inherit; }
  .opener::before { content: none; }
  .detail { break-inside: auto; }
  tr.detail > td { padding: 0 0 1rem; }
  details:not(dd > details)::details-content { content-visibility: visible; block-size: auto; }
  h1, h2, h3, h4, caption, summary, .badges { break-after: avoid; }
  tr:not(.detail), dl > div, .message { break-inside: avoid; }
  thead { display: table-header-group; }
  .dossiers > thead { display: table-row-group; }
  .dossiers th[scope=row] { min-width: 10em; }
  .where { width: 30%; }
  .waiting li { width: 18rem; }
  th, .message, .badge, .status, summary { print-color-adjust: exact; }
  .only-screen, .controls { display: none; }
}
`;

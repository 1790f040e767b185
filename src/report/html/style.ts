import { style as ofDocuments } from '../../document/style.ts';

/** The look of the report: that of every document, and of what its script makes. */
export const style = `${ofDocuments}
:root { --violet: #5b3f9b; }
@media screen and (prefers-color-scheme: dark) { :root { --violet: #c3aef5; } }
body { font-variant-numeric: tabular-nums; }
#files, .tiles, caption, summary { font-family: var(--sans); }
header, main { max-width: 66rem; }
h1 { font-size: 1.75rem; margin: .8rem 0 .4rem; }
h2 { margin-top: 2.6rem; }
h3 { margin-top: 1.8rem; }
header p { margin: .3rem 0; }
header > .scroll { margin-top: 1rem; }
table { font-size: .9em; line-height: 1.55; }
th, td { padding: .25rem .5rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0 .2rem; }
tbody > tr > th { background: none; font-weight: 400; white-space: normal; }
thead th { overflow-wrap: break-word; }
.soft, .count, .path, dt, .element, .where { color: var(--soft); }
.soft { font-size: .9em; }
.count { font-size: .85em; font-weight: 400; }
.soft code { font-size: .95em; }
.number { font-family: var(--sans); text-align: right; white-space: nowrap; }
code.rule { font-weight: 600; color: inherit; }
code.clause { white-space: nowrap; }
code.status { font-weight: 600; }
:is(code, td).fail, .unverified { color: var(--red); }
:is(code, td).cannot-tell { color: var(--amber); }
:is(code, td).pass { color: var(--green); }
:is(code, td).waived { color: var(--violet); }
.compact .status { border: 0; padding: 0; font-weight: 400; }
.tiles { display: flex; flex-wrap: wrap; gap: .8rem; list-style: none; padding: 0; }
.tiles li > * { display: block; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: 4px; }
.tiles strong { font-size: 1.5rem; line-height: 1; margin-left: .4rem; vertical-align: middle; }
.tiles .status { vertical-align: middle; }
.tiles span:has(button) { padding: 0; border: 0; }
.tiles button { padding: .5rem 1rem; color: inherit; }
dl { margin: .4rem 0; }
dl > div { display: grid; grid-template-columns: 7em minmax(0, 1fr); gap: .8em; padding: .15rem 0; }
dd { margin: 0; overflow-wrap: anywhere; }
:is(dd, td) > :is(ul, p, details) { margin: 0; }
:is(dd, td) > ul:not(:has(li + li)) { list-style: none; padding: 0; }
:lang(en) :is(h3, dt, thead th, thead button, caption, summary, .scope)::first-letter { text-transform: uppercase; }
summary { cursor: pointer; }
button, input, select { font: .9rem var(--sans); color: var(--ink); padding: .25rem .6rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper); max-width: 100%; }
button { cursor: pointer; color: var(--blue); }
button:hover:not(:disabled) { background: var(--pale); }
:disabled { color: var(--soft); opacity: .55; cursor: default; }
.counts td > button { font-size: inherit; padding: 0 .4rem; border-color: transparent; text-decoration: underline; text-underline-offset: .2em; }
#defects th:first-child { white-space: nowrap; }
#defects td:nth-child(3) { white-space: nowrap; }
tr.folded { display: none; }
.controls, .above, .openers, .pages { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0; }
.above { justify-content: space-between; align-items: center; }
.controls input { flex: 1 1 14rem; }
.controls select { flex: 0 1 auto; max-width: 20rem; }
.dossiers thead th { white-space: nowrap; }
.dossiers th[scope=row] { min-width: 13em; }
.dossiers th button { padding: 0; border: 0; background: none; font-size: inherit; line-height: inherit; text-align: left; overflow-wrap: anywhere; }
.dossiers thead button { font-weight: 600; color: var(--ink); }
[aria-sort=ascending] > button::after { content: " ▲"; font-size: .75em; }
[aria-sort=descending] > button::after { content: " ▼"; font-size: .75em; }
.opener::before { content: "▸"; display: inline-block; width: 1.1em; color: var(--soft); }
.opener[aria-expanded=true]::before { content: "▾"; }
.where { overflow-wrap: anywhere; }
tr.file:has([aria-expanded=true]) > * { background: var(--pale); border-bottom-color: transparent; }
tr.detail > td { padding: .2rem 1rem 1.2rem; border-top: 0; }
.dossier h3 { font-size: 1.08rem; margin: 1.4rem 0 .5rem; }
.card { margin: .8rem 0; padding: .8rem 1rem; border: 1px solid var(--line); border-left: 5px solid var(--red); border-radius: 4px; }
.card.cannot-tell { border-left-color: var(--amber); }
.card.waived { border-left-color: var(--violet); }
.card h4 { font-size: 1rem; margin: 0 0 .3rem; padding: 0; background: none; border: 0; }
.card .link { font-weight: 400; text-decoration: none; opacity: .5; }
.card .link:is(:hover, :focus) { opacity: 1; }
.card:focus { outline: none; }
.target { background: var(--amber-pale); }
.target:focus { outline: 2px solid var(--blue); outline-offset: 2px; }
.message { white-space: pre-line; font-size: 1.02rem; margin: .3rem 0 .5rem; padding: .4rem .8rem; background: var(--pale); border-radius: 3px; }
:is(.others, .untold, .waiting) > summary { padding: .25rem .6rem; background: var(--pale); border-radius: 3px; }
.waiting li { list-style: none; display: inline-block; width: 22rem; max-width: 100%; vertical-align: top; }
.wide th:first-child { width: 9em; }
.wide th:last-child, .seen th:first-child { width: 24%; }
.seen :is(th, td):last-child, .wanted td:nth-child(3), .compact td:nth-child(n + 3), .diagnostics th, .diagnostics td:nth-child(3), .steps td:nth-child(3) { white-space: nowrap; }
@media screen and (max-width: 45rem) {
  h1 { font-size: 1.5rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  :is(.seen, .wanted, .wide, .compact, .steps, .diagnostics) :is(th, td) { min-width: 4.5em; }
  #defects td:nth-child(2) { min-width: 9em; }
  #defects td:nth-child(3) { white-space: normal; }
  .dossiers th[scope=row] { min-width: 0; }
  .dossiers > * > tr > * { padding: .25rem; }
  .dossiers :is(thead th, .status) { white-space: normal; overflow-wrap: anywhere; }
  .dossiers .optional { display: none; }
  tr.detail > td { padding: .2rem .2rem 1rem; max-width: 0; }
  .controls select { max-width: 100%; }
  .tiles { gap: .4rem; }
  .tiles :is(li > span, button) { padding: .3rem .5rem; }
  :is(.counts, .dossier) :is(th, td) > code { overflow-wrap: normal; }
}
@media print {
  body { font-size: 9.5pt; line-height: 1.55; }
  h2 { margin-top: 1.8rem; }
  th, td { padding: .15rem .4rem; }
  .compact { font-size: 8pt; line-height: 1.35; }
  .compact :is(th, td) { padding: .1rem .35rem; }
  button { border: 0; padding: 0; background: none; color: inherit; }
  .opener::before { content: none; }
  tr.detail > td { padding: 0 0 1rem; }
  tr.detail { break-inside: auto; }
  details:not(dd > details)::details-content { content-visibility: visible; block-size: auto; }
  caption, summary, .badges { break-after: avoid; }
  dl > div, .message { break-inside: avoid; }
  .dossiers > thead { display: table-row-group; }
  .dossiers th[scope=row] { min-width: 10em; }
  .where { width: 30%; }
  .waiting li { width: 18rem; }
  .message, .badge, summary { print-color-adjust: exact; }
  .only-screen, .controls { display: none; }
}
`;

/** The look of documents in HTML, on a screen and on A4; its digest is in the page's security policy. */
export const style = `
:root { --ink: #1c2430; --soft: #5b6675; --line: #d5dbe3; --pale: #f5f7fa; --blue: #1f4e8c; --red: #b3261e; --amber: #8a5a00; --green: #1b6b3a; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.75 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, Georgia, serif; }
html:lang(en) body { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", serif; }
h1, h2, h3, h4, h5, th, nav, .badge, .badges { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", Arial, sans-serif; }
header, main { max-width: 56rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2rem; }
main { padding-bottom: 6rem; }
html:lang(en) :is(h1, h2, h3, h4, h5, th, nav, .badge, .badges) { font-family: "Segoe UI", Arial, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
.stamp { position: fixed; top: 50%; left: 50%; translate: -50% -50%; rotate: -30deg; z-index: 1; pointer-events: none; color: var(--red); opacity: .16; font: 700 min(9rem, 22vw)/1 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", Arial, sans-serif; letter-spacing: .2em; white-space: nowrap; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 2rem; line-height: 1.35; margin: 3rem 0 1.5rem; }
h2 { font-size: 1.5rem; margin: 4rem 0 1rem; padding-bottom: .4rem; border-bottom: 2px solid var(--blue); }
h3 { font-size: 1.2rem; margin: 2.5rem 0 .8rem; }
h4 { font-size: 1.08rem; margin: 2.8rem 0 .6rem; padding: .35rem .7rem; background: var(--pale); border-left: 4px solid var(--blue); }
h5 { font-size: .95rem; margin: 1.4rem 0 .3rem; color: var(--blue); }
p, ul, ol, blockquote, table { margin: .6rem 0; }
ul, ol { padding-left: 1.6rem; }
li { margin: .15rem 0; }
a { color: var(--blue); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
code { font: .84em/1.5 "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; color: var(--soft); overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.6; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { white-space: nowrap; }
th { background: var(--pale); font-weight: 600; }
table.particulars td:first-child, table.technical td:first-child, table.cover td:first-child { width: 8em; background: var(--pale); white-space: nowrap; }
table.particulars thead, table.technical thead, table.cover thead { display: none; }
table.examples td:first-child, table.changes td:first-child, table.changes td:nth-child(2), table.decision td:first-child { white-space: nowrap; }
table.limits td:last-child, table.editions td:first-child, table.values td:nth-child(2), table.values td:nth-child(3), table.risk td:nth-child(2), table.risk td:nth-child(3), table.risk td:last-child { white-space: nowrap; }
table.glance td:first-child { width: 24%; }
table.glance td:nth-child(3) { width: 22%; }
table.approval td { height: 2.6rem; }
table.clauses { table-layout: fixed; }
table.clauses th:nth-child(1) { width: 24%; }
table.clauses th:nth-child(2) { width: 44%; }
table.clauses th:nth-child(3) { width: 12%; }
blockquote { margin-left: 0; padding: .4rem 1rem; border-left: 4px solid var(--line); background: var(--pale); }
blockquote.red-line { border-color: var(--red); background: #fdf1f0; }
blockquote.red-line strong, blockquote.unverified strong { color: var(--red); }
blockquote.unverified { border-color: var(--amber); background: #fff8e8; }
blockquote.generated, blockquote.note { font-size: .88rem; color: var(--soft); }
.badges { font-size: .86rem; color: var(--soft); margin-top: .3rem; }
code.badge { font-family: inherit; font-size: .8rem; padding: .1rem .5rem; border: 1px solid currentColor; border-radius: 3px; color: var(--soft); white-space: nowrap; }
code.badge.red { color: #fff; background: var(--red); border-color: var(--red); }
code.badge.regulation { color: var(--red); }
code.badge.bank { color: var(--blue); }
code.badge.branch { color: #fff; background: var(--blue); border-color: var(--blue); }
code.badge.service { color: var(--green); }
p.criterion { padding: .5rem 1rem; margin-bottom: 0; background: #eef4fb; border-radius: 4px; }
ol.criterion { margin-top: 0; padding: .2rem 1rem .6rem 2.6rem; background: #eef4fb; border-radius: 0 0 4px 4px; }
blockquote.coming { border-color: var(--blue); }
p.scope { margin: .3rem 0; }
table.checklist td:first-child { text-align: center; font-size: 1.2rem; line-height: 1.2; }
table.checklist td:nth-child(3) { width: 26%; }
table.checklist td:last-child { width: 24%; }
p.signature { margin: 1.6rem 0; }
ul.basis { font-size: .92rem; }
figure { margin: 1rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { font-size: .88rem; color: var(--soft); }
details { margin: .6rem 0; font-size: .92rem; }
p.end { margin-top: 2rem; color: var(--soft); border-top: 1px solid var(--line); padding-top: .5rem; }
nav { font-size: .9rem; line-height: 1.6; }
nav h2 { font-size: 1.1rem; margin: 0 0 .6rem; border: 0; padding: 0; }
nav ul { list-style: none; padding-left: .9rem; margin: .1rem 0; }
nav > ul { padding-left: 0; }
nav > ul > li { margin-top: .6rem; font-weight: 600; }
nav > ul > li ul { font-weight: 400; }
@media (min-width: 76rem) {
  body { display: grid; grid-template: "nav header" auto "nav main" 1fr / 21rem minmax(0, 1fr); }
  header { grid-area: header; }
  nav { grid-area: nav; }
  main { grid-area: main; }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem 1.2rem; border-right: 1px solid var(--line); background: var(--pale); }
  header, main { width: 100%; margin: 0; padding-left: 3rem; padding-right: 3rem; }
}
@media (max-width: 75.99rem) { nav { max-width: 56rem; margin: 0 auto; padding: 2rem 1.5rem 0; } }
@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; color: #5b6675; } }
@media print {
  body { display: block; font-size: 10.5pt; }
  header, main, nav { max-width: none; padding: 0; position: static; height: auto; overflow: visible; background: none; border: 0; }
  header, nav { break-after: page; }
  p:has(+ table) { break-after: avoid; }
  main > h2:not(:first-child) { break-before: page; }
  h2, h3, h4, h5 { break-after: avoid; }
  .sheet:not(h2 + .sheet) { break-before: page; }
  tr, blockquote, figure, p.criterion { break-inside: avoid; }
  a { color: inherit; }
  th, h4, blockquote, p.criterion, ol.criterion, code.badge.red { print-color-adjust: exact; }
}
`;

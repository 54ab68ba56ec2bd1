import { colours } from '../svg/theme.ts';

const light = `
  --page:#f5f7f6; --paper:${colours.paper}; --ink:${colours.ink}; --muted:${colours.muted}; --line:${colours.grid};
  --empty:${colours.empty}; --accent:#1d7a50; --soft:#e8f4ee; --blue:${colours.validation}; --orange:${colours.wrong};
  --pale:${colours.pale}; --neutral:${colours.neutral}; --edge:#1d2a3352; --warning:#fdf3e6; --warning-line:#e0a458; --shadow:0 1px 2px #1d2a3312,0 6px 24px #1d2a330a;`;

const dark = `
  --page:#0f1417; --paper:#171d21; --ink:#e4eaee; --muted:#9aaab5; --line:#2a343b;
  --empty:#20292f; --accent:#58c394; --soft:#163026; --blue:#56a3e2; --orange:#e8824a;
  --pale:#31597a; --neutral:#76848f; --edge:#9aaab566; --warning:#2d2417; --warning-line:#a8742c; --shadow:none;`;

/**
 * Replaces the colours of plots by the variables of the page. A style rule takes precedence over an attribute of an SVG.
 */
const plotColours = [
  [colours.ink, '--ink'],
  [colours.muted, '--muted'],
  [colours.grid, '--line'],
  [colours.empty, '--empty'],
  [colours.paper, '--paper'],
  [colours.validation, '--blue'],
  [colours.pale, '--pale'],
  [colours.neutral, '--neutral'],
]
  .map(
    ([colour, name]) =>
      `.canvas [fill="${colour}"]{fill:var(${name})}.canvas [stroke="${colour}"]{stroke:var(${name})}`,
  )
  .join('\n');

/**
 * Shades the left and the right edge of an element that scrolls, where content is hidden: the covers move with the content, the shades
 * do not.
 */
const shades = `background:
linear-gradient(90deg,var(--paper) 40%,transparent) 0 0/32px 100% no-repeat local,
linear-gradient(270deg,var(--paper) 40%,transparent) 100% 0/32px 100% no-repeat local,
linear-gradient(90deg,var(--edge),transparent) 0 0/14px 100% no-repeat scroll,
linear-gradient(270deg,var(--edge),transparent) 100% 0/14px 100% no-repeat scroll`;

/** The style sheet of the report: a light and a dark scheme, narrow screens, print. */
export const style = `
:root{color-scheme:light dark;${light}}
@media screen and (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:1040px;margin:0 auto;padding:40px 24px 16px}
footer{max-width:1040px;margin:0 auto;padding:8px 24px 48px;color:var(--muted);font-size:14px}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:38px;letter-spacing:-.02em;font-weight:700}
h2{font-size:24px;letter-spacing:-.01em;margin-bottom:18px}
h3{font-size:18px;margin:40px 0 12px}
h4{font-size:14px;color:var(--muted);font-weight:600;margin:8px 0}
p{margin:0 0 12px}
a{color:var(--accent)}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:4px}
code{font:.875em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.quiet{color:var(--muted)}
.intro{color:var(--muted);max-width:68ch}
.brand{display:flex;align-items:center;gap:8px;color:var(--accent);font-weight:600;font-size:15px;margin-bottom:20px}
.leaf{width:24px;height:24px;fill:none;stroke:var(--accent);stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}
.leaf .blade{fill:var(--soft)}
.verdict{font-size:19px;line-height:1.5;color:var(--muted);max-width:68ch;margin:14px 0 28px}
.verdict b{color:var(--ink);font-weight:600}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:16px}
.number,section{background:var(--paper);border-radius:14px;box-shadow:var(--shadow)}
.number{padding:18px;display:flex;flex-direction:column;gap:4px}
.number .name,.number .note{font-size:13px;color:var(--muted);line-height:1.4}
.number .value{font-size:24px;line-height:1.15;font-weight:650;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.number.main{grid-column:span 2}
.number.main .value{font-size:46px;color:var(--accent)}
.scale{position:relative;display:block;height:8px;border-radius:4px;background:var(--empty);margin:8px 0}
.scale i{position:absolute;top:0;height:100%}
.scale .range{background:var(--accent);opacity:.35;border-radius:4px}
.scale .point{width:12px;height:12px;top:-2px;margin-left:-6px;border-radius:50%;background:var(--accent);box-shadow:0 0 0 2px var(--paper)}
.scale .chance{width:2px;top:-3px;height:14px;background:var(--muted)}
.contenders{list-style:none;margin:0 0 14px;padding:0;display:grid;gap:12px}
.contenders li{display:grid;grid-template-columns:minmax(0,220px) 1fr 190px;gap:4px 20px;align-items:center}
.contenders .scale{height:10px;margin:0}
.contenders .scale .point{width:14px;height:14px;margin-left:-7px}
.contenders .result{font-variant-numeric:tabular-nums;white-space:nowrap}
.quiet-scale .range,.quiet-scale .point{background:var(--neutral)}
.small{font-size:14px}
.callout{margin-top:16px;padding:16px 20px;border-radius:14px;background:var(--warning);border-left:4px solid var(--warning-line)}
.callout p{margin:0 0 4px}
.callout ul{margin:0;padding-left:20px}
nav ul{display:flex;flex-wrap:wrap;gap:6px 22px;list-style:none;margin:28px 0 12px;padding:0}
nav a{text-decoration:none;font-size:15px}
nav a:hover{text-decoration:underline}
section{padding:30px 32px;margin:20px 0;scroll-margin-top:16px}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(160px,1fr));gap:14px 24px;margin:0 0 20px}
.facts .long{grid-column:1/-1}
.facts dt,.hashes dt{font-size:13px;color:var(--muted)}
.facts dd,.hashes dd{margin:0}
.hashes{margin:0;display:grid;gap:10px}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:8px 24px}
.plot{margin:16px 0}
.canvas,.scroll{overflow-x:auto;${shades}}.canvas{text-align:center}.narrow,.hint{display:none}
.canvas::-webkit-scrollbar,.scroll::-webkit-scrollbar{height:8px}.canvas::-webkit-scrollbar-thumb,.scroll::-webkit-scrollbar-thumb{background:var(--neutral);border-radius:4px}
.canvas svg{height:auto;display:block;margin:0 auto}.canvas svg>rect:first-child{fill:none}
.made{margin:16px 0}.made img{display:block;max-width:100%;height:auto;margin:0 auto;border-radius:8px}
figcaption{color:var(--muted);font-size:14px;max-width:70ch;margin:8px auto 0;text-align:center;text-wrap:balance}
.pairs{list-style:none;padding:0;margin:0 0 8px;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,400px),1fr));gap:6px 28px}
.pairs b{font-weight:600}
.pairs .confused{margin:0}.pairs li:has(>.confused[open]){grid-column:1/-1}.confused summary{color:var(--ink);font-weight:400}.gallery:target{outline:2px solid var(--accent);outline-offset:8px;border-radius:8px;scroll-margin-top:80px}.canvas a{cursor:pointer}
.canvas [role=group] a path{stroke:transparent;stroke-width:7px}.canvas [role=group] a:is(:hover,:focus-visible) path{stroke:var(--ink);stroke-width:2px;opacity:1}
.skip{position:absolute;left:-9999px}.skip:focus{position:static}
.points{list-style:none;padding:0;margin:0 0 12px;display:grid;grid-template-columns:repeat(auto-fill,minmax(58px,1fr));gap:6px}
.points .picture{margin:0}.points p{display:none}
.points li:target{grid-column:1/-1;display:grid;grid-template-columns:120px 1fr;gap:14px;align-items:center;outline:2px solid var(--accent);outline-offset:3px;border-radius:8px;scroll-margin-top:40px}.points li:target p{display:block;margin:0}
.pairs .quiet{white-space:nowrap;font-size:14px}
.gallery{list-style:none;padding:0;margin:16px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(136px,1fr));gap:24px 14px}
.gallery li{display:flex;flex-direction:column;font-size:14px;line-height:1.4}
.gallery .ranking{list-style:none;margin:0;padding:0}.gallery .ranking li{display:block;color:var(--muted);padding-left:.8em;text-indent:-.8em}.gallery .ranking li:first-child{color:inherit;font-weight:600}
.gallery.small{grid-template-columns:repeat(auto-fill,minmax(130px,1fr));gap:14px 12px}
.gallery.small li{font-size:12px;color:var(--muted)}
.gallery.twofold{grid-template-columns:repeat(auto-fill,minmax(216px,1fr))}.two{display:grid;grid-template-columns:1fr 1fr;gap:4px}
.sheet{display:block;width:100%;min-width:640px;height:auto;border-radius:8px}
.picture{display:block;width:100%;aspect-ratio:1;object-fit:contain;background:var(--empty);border-radius:8px;margin-bottom:8px}
.label{font-weight:600}.label .quiet,.guess .quiet{font-weight:400}
.guess{color:var(--orange)}.guess.right-guess{color:var(--blue)}
.path{display:block;font-size:12px;color:var(--muted);margin-top:2px}
.scroll{margin-bottom:22px}.scroll:last-child{margin-bottom:0}
table{border-collapse:collapse;width:100%;font-size:15px;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--muted);font-size:14px;padding:4px 0 8px}
th,td{overflow-wrap:break-word;text-align:left;padding:8px 12px;border-bottom:1px solid var(--line);vertical-align:top}
th:first-child,td:first-child{padding-left:0}
thead th{font-size:13px;color:var(--muted);font-weight:600;white-space:nowrap}
tbody th{font-weight:500}
.right{text-align:right}.right,.whole{white-space:nowrap}
.tag{display:inline-block;background:var(--empty);border:1px solid var(--line);border-radius:99px;padding:1px 10px;font-size:13px;margin:0 4px 4px 0;white-space:nowrap}
.tag.warning{background:var(--warning);border-color:var(--warning-line)}
.tag.problem{background:none;border-color:var(--orange);color:var(--orange);font-weight:600}
.findings{list-style:none;padding:0;margin:0 0 24px;display:grid;gap:10px}
.findings li{display:grid;grid-template-columns:84px 1fr;gap:12px;align-items:baseline}
.findings .tag{justify-self:start;margin:0}
.clean::before{content:"✓";color:var(--accent);font-weight:700;margin-right:8px}
details{margin:12px 0}
summary{cursor:pointer;color:var(--accent);font-weight:600}
summary h2{display:inline;color:var(--ink)}
section>details{margin:0}
section>details>summary+*{margin-top:20px}
.ops{margin:0;padding-left:20px}
.commands{list-style:none;margin:0 0 20px;padding:0}
.commands span{color:var(--muted);font-size:15px}
pre{margin:4px 0 14px;padding:12px 16px;border-radius:10px;background:var(--empty);white-space:pre-wrap;overflow-wrap:anywhere}
${plotColours}
@media (max-width:640px){
main{padding:24px 14px 8px}footer{padding-left:14px;padding-right:14px}
h1{font-size:29px}section{padding:22px 16px}.numbers{grid-template-columns:1fr 1fr;gap:10px}.number{padding:14px}.number .value{font-size:24px}
.number:last-child{grid-column:span 2}.facts{grid-template-columns:repeat(auto-fill,minmax(130px,1fr))}.gallery.small{grid-template-columns:repeat(auto-fill,minmax(90px,1fr))}.gallery.twofold{grid-template-columns:repeat(auto-fill,minmax(140px,1fr))}.gallery{grid-template-columns:repeat(auto-fill,minmax(128px,1fr))}
.wide{display:none}.narrow{display:block}.hint{display:block;font-size:13px;color:var(--muted);margin:8px 0 0}
.findings li{grid-template-columns:1fr;gap:4px}th,td{padding:8px 5px}table{font-size:14px}
.contenders li{grid-template-columns:1fr auto}.contenders .scale{grid-row:2;grid-column:1/3}
}
@media print{
:root{color-scheme:light}body{background:none;font-size:11pt}main,footer{max-width:none;padding:0}
nav,.hint{display:none}.canvas,.scroll{background:none}section,.number{box-shadow:none;padding:0}
.callout{border:1px solid var(--line);padding:10px}
figure,tr,.gallery li,.callout,.number,pre{break-inside:avoid}h2,h3{break-after:avoid}
.columns{grid-template-columns:1fr 1fr}.canvas svg{min-width:0!important}.numbers{grid-template-columns:2fr 1fr 1fr 1fr;gap:10px}.number.main{grid-column:auto}
details::details-content{content-visibility:visible;block-size:auto}
@page{margin:16mm}
}
`;

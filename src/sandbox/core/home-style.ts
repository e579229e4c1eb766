/** The home page, light or dark as the system is. */
export const homeStyle = `
:root{color-scheme:light dark;--back:#f4f5f8;--card:#fff;--text:#1a2233;--soft:#535d76;--line:#e1e5ed;--link:#1d4ed8;--code:#f2f4f8}
@media (prefers-color-scheme:dark){:root{--back:#10141d;--card:#181e2a;--text:#e8ecf4;--soft:#a3adc2;--line:#2b3446;--link:#8fb4ff;--code:#0f141e}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:2rem 1.25rem 4rem;background:var(--back);color:var(--text);
  font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{margin:0;font-size:1.6rem;letter-spacing:-.02em}
header p{margin:.25rem 0 .75rem;color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem}
a{color:var(--link)}
section{margin-top:1.25rem;padding:1.1rem 1.25rem 1.25rem;border:1px solid var(--line);border-radius:1rem;background:var(--card)}
h2{margin:0 0 .75rem;font-size:1.05rem}
section p{margin:0;color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem;margin:0 0 1rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
code,pre{font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{margin:0;padding:.85rem 1rem;overflow-x:auto;border-radius:.6rem;background:var(--code)}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse;white-space:nowrap}
th{padding:0 1rem .4rem 0;text-align:left;font-size:.8rem;font-weight:600;color:var(--soft)}
td{padding:.45rem 1rem .45rem 0;border-top:1px solid var(--line)}
td:nth-child(2){max-width:22rem;overflow:hidden;text-overflow:ellipsis}
.number{font-variant-numeric:tabular-nums}
.badge{display:inline-block;padding:.05rem .55rem;border-radius:1rem;font-size:.8rem;font-weight:600;background:#e6e9f0;color:#2f3950}
.published,.applied{background:#d3f3df;color:#0b4f26}
.unpublished,.faulted,.incomplete,.expired{background:#fdeac2;color:#5c3d00}
.closed,.rejected{background:#fbdada;color:#7a1313}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
`;

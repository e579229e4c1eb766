/** The home page, light or dark as the system is. */
export const homeStyle = `
:root{color-scheme:light dark;--back:#f4f5f8;--card:#fff;--text:#1a2233;--soft:#535d76;--line:#e1e5ed;--link:#1d4ed8;--code:#f2f4f8;--field:#8a94a8}
@media (prefers-color-scheme:dark){:root{--back:#10141d;--card:#181e2a;--text:#e8ecf4;--soft:#a3adc2;--line:#2b3446;--link:#8fb4ff;--code:#0f141e;--field:#5d6880}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:76rem;padding:2rem 1.25rem 4rem;background:var(--back);color:var(--text);
  font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
h1{margin:0;font-size:1.6rem;letter-spacing:-.02em}
header p{margin:.25rem 0 .75rem;color:var(--soft)}
nav{display:flex;flex-wrap:wrap;gap:.35rem 1.25rem}
a{color:var(--link)}
section{margin-top:1.25rem;padding:1.1rem 1.25rem 1.25rem;border:1px solid var(--line);border-radius:1rem;background:var(--card)}
h2{margin:0 0 .75rem;font-size:1.05rem}
h3{margin:.75rem 0 .35rem;font-size:.85rem;color:var(--soft)}
section p{margin:0;color:var(--soft)}
.problem{margin:1.25rem 0 0;padding:.75rem 1rem;border-radius:.75rem;background:#fbdada;color:#7a1313;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1.25rem;margin:0 0 1rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
code,pre{font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
pre{margin:0;padding:.85rem 1rem;overflow-x:auto;border-radius:.6rem;background:var(--code)}
.table{overflow-x:auto}
table{width:100%;border-collapse:collapse}
th{padding:0 1rem .4rem 0;text-align:left;font-size:.8rem;font-weight:600;color:var(--soft);white-space:nowrap}
td{padding:.45rem 1rem .45rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
td .number,td .badge,td a{white-space:nowrap}
td:first-child{white-space:nowrap}
.number{font-variant-numeric:tabular-nums}
.badge{display:inline-block;padding:.05rem .55rem;border-radius:1rem;font-size:.8rem;font-weight:600;background:#e6e9f0;color:#2f3950}
.published,.applied{background:#d3f3df;color:#0b4f26}
.unpublished,.faulted,.incomplete,.expired{background:#fdeac2;color:#5c3d00}
.closed,.rejected{background:#fbdada;color:#7a1313}
.requests{margin:0;padding:0;list-style:none}
.requests li{border-top:1px solid var(--line)}
.requests li:first-child{border-top:0}
summary{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem .75rem;padding:.5rem 0;cursor:pointer}
summary::before{content:"▸";color:var(--soft)}
details[open]>summary::before{content:"▾"}
summary::-webkit-details-marker{display:none}
summary code{flex:1 1 12rem;overflow-wrap:anywhere}
details pre{margin-bottom:.75rem;max-height:24rem;overflow:auto}
td form{display:inline-block;margin:.1rem .35rem .1rem 0}
button{padding:.3rem .8rem;border:1px solid var(--field);border-radius:.5rem;background:var(--card);color:var(--text);font:inherit;cursor:pointer}
button:hover{border-color:var(--link);color:var(--link)}
.arm{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem;margin-top:1rem}
.arm label{display:flex;flex-direction:column;flex:1 1 9rem;font-size:.8rem;color:var(--soft)}
.arm input,.arm select{width:100%;margin-top:.2rem;padding:.4rem .55rem;border:1px solid var(--field);border-radius:.5rem;background:var(--card);color:var(--text);font:inherit;font-size:15px}
.arm button{padding:.4rem 1.2rem}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media (max-width:48rem){
  body{padding:1.25rem .75rem 3rem}
  section{padding:1rem}
  dl{grid-template-columns:1fr;gap:0}
  dd{margin-bottom:.5rem}
  table,tbody,tr,td{display:block}
  thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  tr{padding:.6rem 0;border-top:1px solid var(--line)}
  tr:first-child{border-top:0}
  td,td:first-child{display:grid;grid-template-columns:7rem 1fr;gap:.75rem;padding:.15rem 0;border:0;white-space:normal}
  td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}
  button,.arm button{min-height:2.75rem}
  .arm input,.arm select{min-height:2.75rem;font-size:16px}
  summary{padding:.75rem 0}
}
`;

/** The payer's pages, light or dark as the system is. */
export const style = `
:root{color-scheme:light dark;--back:#eef1f6;--card:#fff;--text:#16203a;--soft:#525d78;--line:#dfe4ee;--accent:#0b5cad;--on-accent:#fff;--good:#0d6b36;--bad:#a11c1c;--badge:#fbe9e9;--ok:#e3f5ea}
@media (prefers-color-scheme:dark){:root{--back:#0f1420;--card:#192032;--text:#e9edf6;--soft:#a6b0c8;--line:#303a52;--accent:#8ec1ff;--on-accent:#0b1220;--good:#7fdca4;--bad:#ff9d9d;--badge:#3a2024;--ok:#173326}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;padding:2rem 1rem 0;background:var(--back);color:var(--text);
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
main{width:100%;max-width:30rem;padding:1.75rem;border-radius:1.25rem;background:var(--card);box-shadow:0 .5rem 2rem #16203a14}
h1{margin:0;font-size:1.25rem;line-height:1.3;text-wrap:balance}
h2{margin:1.75rem 0 .75rem;font-size:1rem}
.amount{margin:.25rem 0 0;font-size:2.25rem;font-weight:700;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.soft,footer{color:var(--soft);font-size:.9rem}
p{margin:.5rem 0 0}
.notice{margin-top:1.25rem;padding:.8rem 1rem;border-radius:.75rem;background:var(--badge);color:var(--bad);font-weight:600}
.notice.good{background:var(--ok);color:var(--good)}
ul{margin:0;padding:0;list-style:none;display:grid;gap:.5rem}
button,.button{display:flex;justify-content:space-between;align-items:center;gap:.25rem 1rem;flex-wrap:wrap;width:100%;min-height:3rem;padding:.6rem 1rem;
  border:1px solid var(--line);border-radius:.75rem;background:transparent;color:inherit;font:inherit;font-weight:600;text-align:left;text-decoration:none;cursor:pointer}
button:hover,.button:hover{border-color:var(--accent)}
button.first,.button.first{justify-content:center;border-color:var(--accent);background:var(--accent);color:var(--on-accent)}
button.plain,.button.plain{justify-content:center;text-align:center;color:var(--soft)}
.number{font-weight:400;color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}
.actions{display:grid;gap:.6rem;margin-top:1.5rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
footer{margin-top:auto;padding:2rem 0 1.25rem;text-align:center}
@media (max-width:24rem){main{padding:1.25rem}.amount{font-size:1.9rem}}
`;

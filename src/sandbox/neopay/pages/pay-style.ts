/** The payer's page. `--theme` and `--on-theme` are set per link. */
export const payStyle = `
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;align-items:center;background:#f1f3f7;color:#1a2233;
  font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
.band{width:100%;min-height:11rem;padding:1.5rem max(1rem,calc(50% - 14rem)) 5rem;display:flex;align-items:center;gap:.75rem;
  background:var(--theme);color:var(--on-theme)}
.icon{flex:none;width:3.5rem;height:3.5rem;border-radius:1rem;object-fit:contain;display:grid;place-items:center;
  background:#fff;color:#1a2233;font-size:1.5rem;font-weight:700}
img{position:relative}
img::after{content:attr(data-initial);position:absolute;inset:0;display:grid;place-items:center;background:#fff;color:#1a2233;font-size:1.5rem;font-weight:700}
img.icon::after{border-radius:1rem}
img.logo{max-width:11rem;height:3.5rem;object-fit:contain;object-position:left}
.wordmark,.merchant{font-size:1.25rem;font-weight:650;letter-spacing:-.01em}
.card{width:min(28rem,calc(100% - 2rem));background:#fff;border-radius:1.25rem;padding:1.75rem;
  box-shadow:0 1px 2px #1a223314,0 16px 40px #1a22331f}
.band+.card{margin-top:-4rem}
h1{margin:0;font-size:1.25rem;line-height:1.3;font-weight:600}
h2{margin:0 0 .75rem;font-size:1rem;font-weight:600}
.amount{margin:.15rem 0 0;font-size:2.5rem;line-height:1.2;font-weight:700;letter-spacing:-.02em;font-variant-numeric:tabular-nums}
.amount.long{font-size:1.75rem}
.description{margin:.5rem 0 0;color:#475069}
dl{margin:1.25rem 0 0;padding:.25rem 1rem;border-radius:.75rem;background:#f6f7fa}
dl div{display:flex;justify-content:space-between;gap:1rem;padding:.55rem 0}
dl div+div{border-top:1px solid #e3e7ee}
dt{color:#56607a}
dd{flex:none;max-width:62%;margin:0;text-align:right;font-weight:500}
form{margin-top:1.5rem}
.field{margin:0 0 .85rem}
label{display:block;margin-bottom:.25rem;font-size:.875rem;font-weight:500;color:#39435b}
input{width:100%;padding:.65rem .8rem;border:1px solid #7c869c;border-radius:.6rem;background:#fff;color:inherit;font:inherit}
input:focus-visible{outline:3px solid #1a2233;outline-offset:1px}
button{width:100%;margin-top:.5rem;padding:.85rem;border:0;border-radius:.75rem;background:#e3e7ee;color:#56607a;font:inherit;font-weight:650;cursor:not-allowed}
.hint{margin:1rem 0 0;padding-top:1rem;border-top:1px solid #e3e7ee;font-size:.875rem;color:#56607a}
.refusal{margin-top:18vh;text-align:center}
h1,.refusal p,footer{text-wrap:balance}
.refusal h1{font-size:1.5rem}
.mark{width:3.5rem;height:3.5rem;margin:0 auto 1rem;border-radius:50%;display:grid;place-items:center;background:#eef0f5;color:#39435b;font-size:2rem;line-height:1}
footer{margin-top:auto;padding:2rem 1rem 1.5rem;text-align:center;font-size:.8125rem;color:#56607a}
footer p{margin:0}
@media (max-width:24rem){.card{padding:1.25rem}.amount{font-size:2rem}.amount.long{font-size:1.5rem}dl div{flex-direction:column;gap:0}dd{text-align:left}}
`;

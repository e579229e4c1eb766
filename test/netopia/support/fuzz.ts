import { fuzzNotifications } from './notification-fuzz.js';

const count = Number(process.argv[2] ?? 10_000);
const seed = process.argv[3] ?? String(Date.now());
const report = await fuzzNotifications(count, seed);
console.log(`seed ${seed}: ${report.accepted} accepted, ${report.refused} refused, ${report.disagreements.length} disagreements`);
for (const line of report.disagreements) console.log(line);
process.exitCode = report.disagreements.length > 0 ? 1 : 0;

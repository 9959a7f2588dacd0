import { checkBoundaries, strangeRooms } from './checks/boundaries.mjs';
import { ROOT } from './launcher/options.mjs';

/** `npm run boundaries [tree]`: fails on any import that the table of ARCHITECTURE.md forbids. */
const base = process.argv[2] ?? ROOT;
const { modules, violations, unseen } = await checkBoundaries(base);
const strange = await strangeRooms(base);
for (const { rule, from, to } of violations) console.error(`${from} → ${to}  (${rule})`);
for (const one of unseen) console.error(`${one}  (dependency-cruiser no vio este import)`);
for (const room of strange)
  console.error(`lib/${room} parece una sala y no está en ROOM_ROWS (.dependency-cruiser.mjs)`);
console.log(`${modules} módulos, ${violations.length + unseen.length + strange.length} faltas`);
process.exitCode = violations.length + unseen.length + strange.length > 0 ? 1 : 0;

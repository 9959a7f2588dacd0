import { checkHouse } from './checks/house.mjs';
import { ROOT } from './launcher/options.mjs';

/** House rules over the whole tree; part of `npm run verify`. */
const faults = checkHouse(ROOT);
for (const fault of faults) console.error(fault);
console.log(`${faults.length} faltas`);
process.exitCode = faults.length > 0 ? 1 : 0;

import { checkSeguridad } from './checks/seguridad.mjs';
import { ROOT } from './launcher/options.mjs';

/** Part of `npm run verify`: docs/seguridad.md walks every requirement once and cites tests that exist. */
const { requisitos, citas, faltas } = checkSeguridad(ROOT);
for (const falta of faltas) console.error(falta);
console.log(`${requisitos} requisitos, ${citas} citas, ${faltas.length} faltas`);
process.exitCode = faltas.length > 0 ? 1 : 0;

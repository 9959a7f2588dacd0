import { runVerify } from './checks/steps.mjs';

/** `npm run verify`: everything that can be known without running the product, in seconds and without a database. */
const { failed } = await runVerify();
process.exitCode = failed > 0 ? 1 : 0;

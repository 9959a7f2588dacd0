/** What Chromium must not do on a machine without a sandbox, much memory or the Internet. */
export const ARGUMENTOS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--metrics-recording-only',
  '--disable-domain-reliability',
  '--disable-features=OptimizationHints,MediaRouter,Translate',
  // A page of a story lives for seconds: what its code would gain optimised is less than what optimising it costs.
  '--js-flags=--no-maglev --no-opt',
];

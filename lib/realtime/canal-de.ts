import type { Context } from '@/lib/context';
import { env } from '@/lib/env';
import type { Canal } from './browser/connection';
import { puntoDeOir } from './process-hub';
import { canalesPara, pusherConfig } from './pusher-config';

/**
 * How this person's browser should listen: what a shell hands to its online chip. Holds no secret. To be asked for before what
 * the page shows is read: what changes after it is drawn and before the browser listens is told then.
 */
export function canalDe({ actor }: Pick<Context, 'actor'>): Canal {
  const config = pusherConfig(env());
  if (!config) return { tipo: 'sse', desde: puntoDeOir() };
  const { key, cluster, browser } = config;
  return { tipo: 'pusher', key, cluster: cluster ?? '', ...browser, canales: canalesPara(actor) };
}

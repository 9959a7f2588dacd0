import { describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';
import { pusherConfig } from './pusher-config';

const BASE = { DATABASE_URL: 'postgres://u@127.0.0.1/base', AUTH_SECRET: 'un-secreto-de-prueba-con-largo-suficiente' };
const PUSHER = { PUSHER_APP_ID: '1', PUSHER_KEY: 'llave', PUSHER_SECRET: 'secreto' };
const leer = (variables: Record<string, string>) => pusherConfig(parseEnv({ ...BASE, ...variables }));

describe('pusherConfig', () => {
  it('is nothing when Pusher is not set', () => {
    expect(leer({})).toBeNull();
    expect(leer({ PUSHER_HOST: 'eventos' })).toBeNull();
  });

  it('is a cluster of Pusher, always by TLS', () => {
    expect(leer({ ...PUSHER, PUSHER_CLUSTER: 'sa1' })).toMatchObject({
      cluster: 'sa1',
      host: null,
      tls: true,
      browser: { host: null, tls: true },
    });
  });

  it('is a server of one’s own, which browsers reach as the process does', () => {
    expect(leer({ ...PUSHER, PUSHER_HOST: '10.0.0.5', PUSHER_PORT: '6001' })).toMatchObject({
      host: '10.0.0.5',
      port: 6001,
      tls: false,
      browser: { host: '10.0.0.5', port: 6001, tls: false },
    });
  });

  it('or by another address, behind the shop’s proxy', () => {
    const entorno = { ...PUSHER, PUSHER_HOST: 'soketi', PUSHER_PORT: '6001', PUSHER_PUBLIC_URL: 'https://tienda.bo' };
    expect(leer(entorno)).toMatchObject({
      host: 'soketi',
      tls: false,
      browser: { host: 'tienda.bo', port: 443, tls: true },
    });
  });
});

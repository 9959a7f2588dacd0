import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const SECRETO = 'un-secreto-de-prueba-con-largo-suficiente';
const BUENO = { DATABASE_URL: 'postgres://u@127.0.0.1/base', AUTH_SECRET: SECRETO };

describe('parseEnv', () => {
  it('fills in what may be missing; an empty variable counts as absent', () => {
    const env = parseEnv({ ...BUENO, PORT: '', HOST: '' });
    expect(env).toMatchObject({ PORT: 3000, PG_MAX: 16, JWT_EXPIRES_IN: '15m', NODE_ENV: 'development' });
    expect(env.HOST).toBeUndefined();
  });

  it('reads numbers', () => {
    expect(parseEnv({ ...BUENO, PORT: '8080', PG_MAX: '1' })).toMatchObject({ PORT: 8080, PG_MAX: 1 });
  });

  it.each([
    ['PORT', 'ochenta'],
    ['PORT', '70000'],
    ['PG_MAX', '-7'],
    ['DATABASE_URL', 'mysql://u@h/secreta'],
    ['AUTH_SECRET', 'corto'],
    ['JWT_SECRET', 'corto'],
    ['AUTH_URL', 'kantuta.bo'],
    ['JWT_EXPIRES_IN', 'quince minutos'],
    ['LOG_LEVEL', 'gritar'],
    ['NODE_ENV', 'producción'],
    ['REDIS_URL', 'http://cache:6379'],
    ['PUSHER_PORT', 'seis mil'],
    ['METRICAS_TOKEN', 'escueto'],
    ['SMTP_URL', 'correo.tienda.bo:587'],
    ['MAIL_FROM', 'tienda sin arroba'],
    ['MAIL_FROM', 'Tienda <caja@tienda.bo>, Otra <x@y.bo>'],
  ])('names %s when it is wrong, and never prints its value', (nombre, valor) => {
    const leer = () => parseEnv({ ...BUENO, [nombre]: valor });
    expect(leer).toThrow(new RegExp(`Configuración incorrecta\\. ${nombre}: `));
    expect(leer).not.toThrow(new RegExp(valor));
  });

  it('takes Pusher whole or not at all', () => {
    const pusher = { PUSHER_APP_ID: '1', PUSHER_KEY: 'llave', PUSHER_SECRET: 'secreto' };
    expect(parseEnv({ ...BUENO, ...pusher, PUSHER_CLUSTER: 'sa1' })).toMatchObject(pusher);
    expect(() => parseEnv({ ...BUENO, PUSHER_KEY: 'llave', PUSHER_HOST: 'eventos' })).toThrow(
      /PUSHER_APP_ID: falta; PUSHER_SECRET: falta/,
    );
    expect(() => parseEnv({ ...BUENO, ...pusher })).toThrow(/PUSHER_CLUSTER: falta/);
  });

  it('sends mail only with a sender', () => {
    const SMTP_URL = 'smtp://caja%40tienda.bo:clave@smtp.tienda.bo:587';
    expect(() => parseEnv({ ...BUENO, SMTP_URL })).toThrow(/MAIL_FROM: falta/);
    const MAIL_FROM = 'Tienda Sol <caja@tienda.bo>';
    expect(parseEnv({ ...BUENO, SMTP_URL, MAIL_FROM })).toMatchObject({ SMTP_URL, MAIL_FROM });
  });

  it('names every wrong variable at once, and says which is missing', () => {
    const leer = () => parseEnv({ AUTH_SECRET: 'corto', PORT: '0' });
    for (const parte of [/DATABASE_URL: falta/, /AUTH_SECRET: /, /PORT: va de 1 a 65535/, /\.env\.example/]) {
      expect(leer).toThrow(parte);
    }
  });
});

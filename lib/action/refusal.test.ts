import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ConflictoError } from '@/lib/errors';
import { errorEnvelope } from './error-envelope';
import { refusalOf } from './refusal';

const DONDE = { requestId: 'pedido-de-prueba', donde: 'POST /api/x' };

/** As drizzle throws: SQL and parameters in the message, PostgreSQL's error as the cause. */
function databaseError(code: string): Error {
  const causa = Object.assign(new Error('duplicate key'), { code, query: 'insert into secreto' });
  return new Error('Failed query: insert into secreto values ($1)\nparams: 1234', { cause: causa });
}

beforeAll(() => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('DATABASE_URL', 'postgres://nadie@127.0.0.1:1/nada');
  vi.stubEnv('AUTH_SECRET', 'secreto-de-prueba-secreto-de-prueba-0');
});

describe('refusalOf', () => {
  it('keeps the code, status, sentence and fields of an expected refusal', () => {
    const error = new ConflictoError('stock_insuficiente', 'Solo quedan 3.', { 'detalles.0.cantidad': 'Quedan 3.' });
    expect(refusalOf(error, DONDE)).toEqual({
      status: 409,
      code: 'stock_insuficiente',
      message: 'Solo quedan 3.',
      campos: { 'detalles.0.cantidad': 'Quedan 3.' },
    });
  });

  it('tells nothing of an unexpected error but a reference', () => {
    const refusal = refusalOf(databaseError('23505'), DONDE);
    expect(refusal.status).toBe(500);
    expect(refusal.referencia).toMatch(/^[0-9A-F]{8}$/);
    expect(refusal.message).toContain(refusal.referencia);
    expect(JSON.stringify(errorEnvelope(refusal, '/api/x'))).not.toMatch(/insert|secreto|1234|query| at /);
  });

  it.each(['ECONNREFUSED', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED'])(
    'answers 503 when the database is away: %s',
    (code) => {
      expect(refusalOf(Object.assign(new Error('x'), { code }), DONDE)).toMatchObject({
        status: 503,
        code: 'sin_base',
      });
    },
  );

  it('answers 503 when PostgreSQL is shutting down or too busy', () => {
    expect(refusalOf(databaseError('57P01'), DONDE)).toMatchObject({ status: 503, code: 'sin_base' });
    expect(refusalOf(databaseError('40P01'), DONDE)).toMatchObject({ status: 503, code: 'ocupado' });
  });

  it('a full disk is 503 and says so', () => {
    expect(refusalOf(databaseError('53100'), DONDE)).toMatchObject({ status: 503, code: 'disco_lleno' });
  });

  it('answers 400 for text that PostgreSQL cannot store', () => {
    expect(refusalOf(databaseError('22021'), DONDE)).toMatchObject({ status: 400, code: 'validacion' });
  });
});

describe('errorEnvelope', () => {
  it('is the contract’s, to the property', () => {
    const refusal = refusalOf(new ConflictoError('x', 'Frase.'), DONDE);
    expect(errorEnvelope(refusal, '/api/ventas', new Date('2026-11-20T14:00:00Z'))).toEqual({
      statusCode: 409,
      timestamp: '2026-11-20T14:00:00.000Z',
      path: '/api/ventas',
      code: 'x',
      message: 'Frase.',
      error_detail: null,
      campos: null,
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  diaDe,
  esDia,
  finDelDia,
  formatDia,
  formatFechaHora,
  formatFechaPapel,
  formatHora,
  inicioDelDia,
} from './time';
import '@/tests/harness/semilla';

const instante = fc.date({
  min: new Date('2020-01-01T00:00:00Z'),
  max: new Date('2099-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('the day of La Paz', () => {
  it('a UTC day ends at 20:00 here: a sale at 20:30 is still today', () => {
    expect(diaDe(new Date('2026-11-21T00:30:00Z'))).toBe('2026-11-20');
    expect(diaDe(new Date('2026-11-21T03:59:59.999Z'))).toBe('2026-11-20');
    expect(diaDe(new Date('2026-11-21T04:00:00Z'))).toBe('2026-11-21');
    expect(diaDe(new Date('2027-01-01T03:00:00Z'))).toBe('2026-12-31');
  });

  it('every instant lies in [inicioDelDia, finDelDia) of its own day, and days meet without a gap', () => {
    fc.assert(
      fc.property(instante, (t) => {
        const dia = diaDe(t);
        expect(esDia(dia)).toBe(true);
        expect(inicioDelDia(dia).getTime()).toBeLessThanOrEqual(t.getTime());
        expect(finDelDia(dia).getTime()).toBeGreaterThan(t.getTime());
        expect(inicioDelDia(diaDe(finDelDia(dia)))).toEqual(finDelDia(dia));
      }),
    );
  });

  it('agrees with the time zone database', () => {
    const zona = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/La_Paz', dateStyle: 'short' });
    fc.assert(
      fc.property(instante, (t) => {
        expect(diaDe(t)).toBe(zona.format(t));
      }),
    );
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20261120',
    '2026-11-31',
    '',
    'hoy',
    '2026-11-20T00:00',
  ])('%s is not a day', (texto) => {
    expect(esDia(texto)).toBe(false);
  });

  it('leap days exist', () => {
    expect(esDia('2028-02-29')).toBe(true);
  });
});

describe('dates for people', () => {
  const tarde = new Date('2026-11-20T18:05:00Z');

  it('are short, in Spanish and in La Paz time', () => {
    expect(formatDia(tarde)).toBe('vie 20 nov');
    expect(formatHora(tarde)).toBe('14:05');
    expect(formatFechaHora(tarde)).toBe('vie 20 nov, 14:05');
    expect(formatFechaPapel(tarde)).toBe('20/11/2026 14:05');
  });

  it('midnight is 00:00 and text from the wire is read', () => {
    expect(formatHora('2026-11-20T04:00:00.000Z')).toBe('00:00');
    expect(formatFechaPapel('2026-11-21T03:30:00.000Z')).toBe('20/11/2026 23:30');
  });
});

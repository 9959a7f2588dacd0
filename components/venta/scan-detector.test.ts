import { describe, expect, it } from 'vitest';
import { DetectorEscaner } from './scan-detector';

/** Types a text with the pause given between keys, then Enter; says what happened to each key. */
function teclear(detector: DetectorEscaner, texto: string, pausa: number, t0 = 1000) {
  const veredictos = [...texto].map((letra, i) => detector.caracter(letra, t0 + i * pausa));
  return { veredictos, fin: detector.fin(t0 + texto.length * pausa) };
}

/** Types a code at scanner speed with a stop of `parada` after its `tras` first characters. */
function conParada(codigo: string, tras: number, parada: number) {
  const detector = new DetectorEscaner();
  let t = 0;
  [...codigo].forEach((letra, i) => {
    t += i === tras ? parada : 10;
    detector.caracter(letra, t);
  });
  return detector.fin(t + 10);
}

describe('scan detector', () => {
  it('takes fast keys that end in Enter for a code, and holds all but the first three', () => {
    const { veredictos, fin } = teclear(new DetectorEscaner(), '7771234567890', 8);
    expect(fin).toEqual({ tipo: 'escaneo', codigo: '7771234567890', desde: 0, retenidas: '1234567890' });
    expect(veredictos.slice(0, 4).map((v) => v.tipo)).toEqual(['empieza', 'pasa', 'pasa', 'retiene']);
  });

  it('leaves a person alone, however long the number', () => {
    const { veredictos, fin } = teclear(new DetectorEscaner(), '7771234567890', 110);
    expect(fin.tipo).toBe('pasa');
    expect(veredictos.some((v) => v.tipo === 'retiene')).toBe(false);
  });

  it('leaves words alone', () => {
    const { veredictos, fin } = teclear(new DetectorEscaner(), 'galletas', 70);
    expect(fin.tipo).toBe('pasa');
    expect(veredictos.every((v) => v.tipo === 'empieza')).toBe(true);
  });

  it('does not take an amount of three digits for a code, however fast', () => {
    expect(teclear(new DetectorEscaner(), '100', 1).fin.tipo).toBe('pasa');
  });

  it('believes a short code only at full speed', () => {
    expect(teclear(new DetectorEscaner(), '1000', 60).fin.tipo).toBe('pasa');
    expect(teclear(new DetectorEscaner(), '1000', 10).fin.tipo).toBe('escaneo');
  });

  it('reads letters and signs of other symbologies', () => {
    expect(teclear(new DetectorEscaner(), 'AB-1234', 12).fin).toMatchObject({ tipo: 'escaneo', codigo: 'AB-1234' });
  });

  it('survives a stop of the machine, wherever it falls in the code', () => {
    for (const tras of [1, 2, 3, 4, 8, 12]) {
      expect(conParada('7771234567890', tras, 350), `stop after ${tras}`).toMatchObject({ codigo: '7771234567890' });
    }
    expect(conParada('7771234567890', 4, 900)).not.toMatchObject({ codigo: '7771234567890' });
  });

  it('goes on with the code after giving back what was late', () => {
    const detector = new DetectorEscaner();
    const [principio, resto] = ['777123', '4567890'];
    [...principio].forEach((letra, i) => {
      detector.caracter(letra, i * 8);
    });
    expect(detector.soltar()).toBe('123');
    [...resto].forEach((letra, i) => {
      detector.caracter(letra, (principio.length + i) * 8);
    });
    expect(detector.fin(13 * 8)).toMatchObject({ tipo: 'escaneo', codigo: '7771234567890' });
  });

  it('gives back what it held when no Enter came', () => {
    const detector = new DetectorEscaner();
    [...'coca'].forEach((letra, i) => {
      detector.caracter(letra, i * 20);
    });
    expect(detector.soltar()).toBe('a');
    expect(detector.soltar()).toBe('');
    expect(detector.fin(900).tipo).toBe('pasa');
  });

  it('reads scans one after another', () => {
    const detector = new DetectorEscaner();
    expect(teclear(detector, '7771234567890', 8, 0).fin).toMatchObject({ codigo: '7771234567890' });
    expect(teclear(detector, '7779876543210', 8, 130).fin).toMatchObject({ codigo: '7779876543210' });
  });

  it('does not mix what a person typed before with the code, even a moment before', () => {
    const cantidad = new DetectorEscaner();
    cantidad.caracter('3', 0);
    cantidad.caracter('*', 150);
    expect(teclear(cantidad, '7771234567890', 8, 250).fin).toMatchObject({ codigo: '7771234567890' });

    const monto = new DetectorEscaner();
    monto.caracter('9', 0);
    monto.caracter('0', 110);
    expect(teclear(monto, '7771234567890', 8, 250).fin).toMatchObject({ codigo: '7771234567890', desde: 2 });
    monto.caracter('9', 2000);
    expect(teclear(monto, 'AB1234', 8, 2200).fin).toMatchObject({ codigo: 'AB1234' });
  });
});

import { describe, expect, it } from 'vitest';
import { cuadrarPagos, efectivoACobrar } from './rules';

/** What is paid in cash for each ending from 0,00 to 0,99: nearest ten centavos, a tie for the customer. */
const DORADA = [
  '0,00→0,00 0,01→0,00 0,02→0,00 0,03→0,00 0,04→0,00 0,05→0,00 0,06→0,10 0,07→0,10 0,08→0,10 0,09→0,10',
  '0,10→0,10 0,11→0,10 0,12→0,10 0,13→0,10 0,14→0,10 0,15→0,10 0,16→0,20 0,17→0,20 0,18→0,20 0,19→0,20',
  '0,20→0,20 0,21→0,20 0,22→0,20 0,23→0,20 0,24→0,20 0,25→0,20 0,26→0,30 0,27→0,30 0,28→0,30 0,29→0,30',
  '0,30→0,30 0,31→0,30 0,32→0,30 0,33→0,30 0,34→0,30 0,35→0,30 0,36→0,40 0,37→0,40 0,38→0,40 0,39→0,40',
  '0,40→0,40 0,41→0,40 0,42→0,40 0,43→0,40 0,44→0,40 0,45→0,40 0,46→0,50 0,47→0,50 0,48→0,50 0,49→0,50',
  '0,50→0,50 0,51→0,50 0,52→0,50 0,53→0,50 0,54→0,50 0,55→0,50 0,56→0,60 0,57→0,60 0,58→0,60 0,59→0,60',
  '0,60→0,60 0,61→0,60 0,62→0,60 0,63→0,60 0,64→0,60 0,65→0,60 0,66→0,70 0,67→0,70 0,68→0,70 0,69→0,70',
  '0,70→0,70 0,71→0,70 0,72→0,70 0,73→0,70 0,74→0,70 0,75→0,70 0,76→0,80 0,77→0,80 0,78→0,80 0,79→0,80',
  '0,80→0,80 0,81→0,80 0,82→0,80 0,83→0,80 0,84→0,80 0,85→0,80 0,86→0,90 0,87→0,90 0,88→0,90 0,89→0,90',
  '0,90→0,90 0,91→0,90 0,92→0,90 0,93→0,90 0,94→0,90 0,95→0,90 0,96→1,00 0,97→1,00 0,98→1,00 0,99→1,00',
]
  .join(' ')
  .split(' ')
  .map((fila) => fila.split('→').map((m) => Math.round(Number(m.replace(',', '.')) * 100)) as [number, number]);

describe('the rounding of cash', () => {
  it('has a row for every ending', () => {
    expect(DORADA.map(([debe]) => debe)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it.each([0, 100, 12_300])('follows the golden table on top of %i centavos', (base) => {
    for (const [debe, cobra] of DORADA)
      expect([debe, efectivoACobrar(base + debe, true)]).toEqual([debe, base + cobra]);
  });

  it('is the line between what is due and what is paid, on the cash leg alone', () => {
    for (const [debe, cobra] of DORADA) {
      const qr = { metodo: 'QR' as const, monto: 500, referencia: null };
      const cuadrado = cuadrarPagos(500 + debe, [qr, { metodo: 'EFECTIVO', monto: debe, referencia: null }], true);
      expect(cuadrado?.redondeo).toBe(cobra - debe);
      expect(cuadrado?.pagos.find((p) => p.metodo === 'QR')?.monto).toBe(500);
    }
  });

  it('leaves every centavo where the branch does not round', () => {
    for (const [debe] of DORADA) expect(efectivoACobrar(debe, false)).toBe(debe);
  });
});

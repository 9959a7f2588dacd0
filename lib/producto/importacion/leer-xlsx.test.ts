import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { leerXlsx, reconocerXlsx } from './leer-xlsx';

async function libro(llenar: (hoja: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const w = new ExcelJS.Workbook();
  llenar(w.addWorksheet('Lista'));
  w.addWorksheet('Otra').addRow(['no es de aquí']);
  return new Uint8Array(await w.xlsx.writeBuffer());
}

async function filas(bytes: Uint8Array): Promise<unknown[][]> {
  const leidas: unknown[][] = [];
  for await (const { linea, celdas } of leerXlsx(bytes)) leidas.push([linea, ...celdas]);
  return leidas;
}

describe('a workbook', () => {
  it('is read as a person sees its first sheet, each row with its number', async () => {
    const bytes = await libro((hoja) => {
      hoja.getRow(2).values = ['codigo', 'nombre', null, 'precio'];
      hoja.getRow(5).values = [
        7771214001109,
        { richText: [{ text: 'Queso ' }, { text: 'fresco', font: { bold: true } }] },
        { text: 'ficha', hyperlink: 'https://ejemplo.bo' },
        { formula: '3*2.5', result: 7.5 },
        0.1 + 0.2,
        new Date('2027-03-31'),
        true,
        { error: '#N/A' },
        ' =2+3 ',
      ];
      hoja.getCell('F5').numFmt = 'dd/mm/yyyy';
      hoja.getRow(6).values = [' ', null];
      hoja.getRow(8).values = [null, 'sin código'];
    });
    expect(await filas(bytes)).toEqual([
      [2, 'codigo', 'nombre', '', 'precio'],
      [5, '7771214001109', 'Queso fresco', 'ficha', '7.5', '0.3', '2027-03-31', 'si', '', ' =2+3 '],
      [8, '', 'sin código'],
    ]);
  });

  it('is read the same every time', async () => {
    const bytes = await libro((hoja) => hoja.addRows([['codigo'], ['A'], ['B']]));
    for (let i = 0; i < 300; i++) expect(await filas(bytes)).toHaveLength(3);
  });

  it('with a lone cell at its far corner does not fill the memory', async () => {
    const bytes = await libro((hoja) => {
      hoja.addRows([['codigo'], ['A']]);
      hoja.getCell('XFD1048576').value = 'lejos';
    });
    expect((await filas(bytes)).slice(0, 2)).toEqual([
      [1, 'codigo'],
      [2, 'A'],
    ]);
  });

  it('that would unfold a thousand times is refused by its index', () => {
    const bomba = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(100 * 1_048_576) });
    expect(bomba.length).toBeLessThan(1_048_576);
    expect(() => reconocerXlsx(bomba)).toThrow('demasiado grande');
  });

  it('cut half way, or a zip of something else, is refused with a sentence', async () => {
    const bytes = await libro((hoja) => hoja.addRow(['codigo']));
    await expect(filas(bytes.slice(0, bytes.length / 2))).rejects.toThrow('dañado o incompleto');
    await expect(filas(zipSync({ 'carta.txt': new Uint8Array(9) }))).rejects.toThrow(/dañado|ninguna hoja/);
  });
});

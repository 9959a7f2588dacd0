import type ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import type { Recibo, Renglon } from '@/lib/recibo/rules';
import type { Ajustes } from './ajustes';

/** What of the settings decides the bytes. */
export type Papel = Pick<Ajustes, 'ancho' | 'codificacion' | 'corta' | 'qr' | 'pin'>;

/** Letters of font A that fit in a line: 12 dots each, 384 dots on 58 mm and 576 on 80 mm. */
const COLUMNAS = { 58: 32, 80: 48 } as const;

/** Pulse of the drawer, in milliseconds: on long enough for a slow solenoid, off before another (ESC p, t1 and t2). */
const PULSO = { encendido: 100, apagado: 500 } as const;

/**
 * A receipt in ESC/POS. `abreGaveta` adds the drawer's pulse before the paper, so that the change does not wait for it.
 * The encoder is loaded only here: most devices never need it.
 */
export async function bytesDeRecibo(
  recibo: Recibo,
  papel: Papel,
  { abreGaveta = false }: { abreGaveta?: boolean } = {},
): Promise<Uint8Array> {
  const p = await abrir(papel);
  if (abreGaveta) pulso(p, papel);
  p.align('center').bold(true).size(1, 2).line(t(recibo.negocio)).size(1, 1).bold(false);
  for (const linea of recibo.contacto) p.line(t(linea));
  for (const marca of recibo.marcas) p.newline().bold(true).size(2, 2).line(t(marca)).size(1, 1).bold(false);
  p.align('left');
  raya(p);
  for (const dato of recibo.datos) renglon(p, dato);
  raya(p);
  for (const linea of recibo.lineas) {
    p.line(t(linea.nombre));
    if (linea.nota) p.line(t(`  ${linea.nota}`));
    renglon(p, { que: `  ${linea.cuenta}`, cuanto: linea.importe });
    if (linea.descuento) renglon(p, { que: '  Descuento', cuanto: linea.descuento });
  }
  raya(p);
  for (const r of recibo.antes) renglon(p, r);
  total(p, recibo.total);
  for (const r of recibo.despues) renglon(p, r);
  if (recibo.motivo) p.newline().line(t(`Motivo: ${recibo.motivo}`));
  if (recibo.nota) p.newline().line(t(recibo.nota));
  p.newline().align('center');
  for (const linea of recibo.pie) p.line(t(linea));
  if (recibo.url && papel.qr) {
    p.newline().qrcode(recibo.url, { model: 2, size: papel.ancho === 58 ? 5 : 6, errorlevel: 'm' });
    p.newline().line('Su recibo en el celular');
  }
  p.align('left');
  return cerrar(p, papel);
}

/** A test: the letters that must come out right, the width, the cut and the QR. */
export async function bytesDePrueba(papel: Papel, url: string | null): Promise<Uint8Array> {
  const p = await abrir(papel);
  p.align('center').bold(true).line('Prueba de impresora').bold(false).align('left');
  raya(p);
  p.line('á é í ó ú ñ ü ¿ ¡');
  p.line('Á É Í Ó Ú Ñ Ü × ·');
  renglon(p, { que: 'Izquierda', cuanto: 'Derecha 1.234,50' });
  p.line('1234567890'.repeat(5).slice(0, p.columns));
  raya(p);
  p.line(t(`${papel.ancho} mm · ${p.columns} letras por línea · ${papel.codificacion}`));
  if (papel.qr && url) p.align('center').qrcode(url, { model: 2, size: 5, errorlevel: 'm' }).align('left');
  return cerrar(p, papel);
}

/** The pulse that opens the drawer, and nothing else. */
export async function bytesDeGaveta(papel: Papel): Promise<Uint8Array> {
  const p = await abrir(papel);
  pulso(p, papel);
  return p.encode();
}

async function abrir({ ancho, codificacion }: Papel): Promise<ReceiptPrinterEncoder> {
  const { default: Encoder } = await import('@point-of-sale/receipt-printer-encoder');
  const p = new Encoder({
    language: 'esc-pos',
    columns: COLUMNAS[ancho],
    codepageMapping: 'epson',
    newline: '\n',
    feedBeforeCut: 4,
  });
  return p.initialize().codepage(codificacion);
}

function cerrar(p: ReceiptPrinterEncoder, { corta }: Papel): Uint8Array {
  return (corta ? p.cut('partial') : p.newline(5)).encode();
}

function pulso(p: ReceiptPrinterEncoder, { pin }: Papel): void {
  p.pulse(pin, PULSO.encendido, PULSO.apagado);
}

function raya(p: ReceiptPrinterEncoder): void {
  p.line('-'.repeat(p.columns));
}

/** What on the left, in as many lines as it needs; how much on the right, always whole. */
function renglon(p: ReceiptPrinterEncoder, { que, cuanto, fuerte }: Renglon): void {
  const derecha = t(cuanto);
  const ancho = Math.min(derecha.length, p.columns - 8);
  if (fuerte) p.bold(true);
  p.table(
    [
      { width: p.columns - ancho - 1, align: 'left' },
      { width: ancho, align: 'right', marginLeft: 1 },
    ],
    [[t(que), derecha]],
  );
  if (fuerte) p.bold(false);
}

/** The total is twice as tall and wide: half the letters fit. */
function total(p: ReceiptPrinterEncoder, monto: string): void {
  const texto = `TOTAL Bs ${t(monto)}`;
  const doble = texto.length * 2 <= p.columns;
  p.align('right')
    .bold(true)
    .size(doble ? 2 : 1, 2)
    .line(texto)
    .size(1, 1)
    .bold(false)
    .align('left');
}

/** Characters that no table of a thermal printer has, by what says the same. */
function t(texto: string): string {
  return texto
    .replace(/\u2212/g, '-')
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-')
    .replace(/\u2026/g, '...');
}

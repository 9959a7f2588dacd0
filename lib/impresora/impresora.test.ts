import { describe, expect, it } from 'vitest';
import { contenidoDeRecibo, type VentaDeRecibo } from '@/lib/recibo/rules';
import { AJUSTES_INICIALES, ajustesDe } from './ajustes';
import { imprimirDirecto, imprimirPrueba, pulsarGaveta } from './impresora';
import { type PuertoSerie, puertaSerie } from './serie';
import { ImpresoraError, type Puerta } from './transporte';
import { type AparatoUsb, puertaUsb } from './usb';

const VENTA: VentaDeRecibo = {
  serie: 'D1',
  numero: 7,
  fecha: '2026-11-20T18:05:00.000Z',
  total: 1234.53,
  descuento: 2.5,
  redondeo: -0.03,
  recibido: 1300,
  vuelto: 65.5,
  pagos: [{ metodo: 'EFECTIVO', monto: 1234.5, referencia: null }],
  estado_venta: 'COMPLETADA',
  motivo_edicion: null,
  caja: 'Caja 1',
  cajero: 'Íñigo Peña',
  sucursal: { nombre: 'Almacén Ñandú', direccion: 'Av. América 12', telefono: '2245678' },
  cliente: { nombre: 'Zoë', ci_nit: '4567890' },
  detalles: [
    { nombre: 'Leche PIL 1 L', unidad: 'unidad', cantidad: 2, precio_unitario: 7.5, descuento: 2.5, subtotal: 12.5 },
    {
      nombre: 'Un producto de nombre larguísimo que no cabe en una línea de rollo',
      unidad: 'kg',
      cantidad: 0.25,
      precio_unitario: 60,
      descuento: 0,
      subtotal: 15,
    },
  ],
};
const URL_RECIBO = 'https://tienda.bo/r/q0w3Zr8hT1yXnB5vKc7JdA';
const recibo = (mas: Partial<VentaDeRecibo> = {}, copia: number | null = null) =>
  contenidoDeRecibo({ ...VENTA, ...mas }, { copia, url: URL_RECIBO });

/** A printer that keeps what it is sent. */
function falsa() {
  const recibido: Uint8Array[] = [];
  const puerta: Puerta = {
    hay: () => true,
    elegir: async () => null,
    recordado: async () => ({ nombre: 'Falsa', escribir: async (bytes) => void recibido.push(bytes) }),
  };
  return { puerta, bytes: () => Buffer.concat(recibido), veces: () => recibido.length };
}

const hex = (...bytes: number[]) => Buffer.from(bytes);
const ESC = 0x1b;
const GS = 0x1d;

/** The paper of some bytes, without their commands: what a person reads, in PC850 (the letters of Spanish of its table). */
function papelDe(bytes: Buffer): string[] {
  const LETRAS: Record<number, string> = {
    160: 'á',
    130: 'é',
    161: 'í',
    162: 'ó',
    163: 'ú',
    164: 'ñ',
    165: 'Ñ',
    129: 'ü',
    137: 'ë',
    214: 'Í',
    173: '¡',
    168: '¿',
    158: '×',
    250: '·',
    144: 'É',
    181: 'Á',
  };
  let texto = '';
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i] ?? 0;
    if (b === ESC && bytes[i + 1] === 0x40) i += 1;
    else if (b === ESC && bytes[i + 1] === 0x70) i += 4;
    else if (b === 0x1c) i += 1;
    else if (b === ESC) i += 2;
    else if (b === GS && bytes[i + 1] === 0x28) i += 4 + (bytes[i + 3] ?? 0) + 256 * (bytes[i + 4] ?? 0);
    else if (b === GS) i += 2;
    else texto += b === 0x0a ? '\n' : (LETRAS[b] ?? String.fromCharCode(b));
  }
  return texto.split('\n').map((l) => l.trimEnd());
}

describe('a receipt in ESC/POS', () => {
  it('begins clean in the table of letters that was chosen, and writes those of Spanish with it', async () => {
    const { puerta, bytes } = falsa();
    await imprimirDirecto(recibo(), AJUSTES_INICIALES, { abreGaveta: false }, puerta);
    expect(bytes().subarray(0, 2)).toEqual(hex(ESC, 0x40));
    expect(bytes().includes(hex(ESC, 0x74, 2))).toBe(true);
    expect(
      bytes().includes(Buffer.from([0x41, 0x6c, 0x6d, 0x61, 0x63, 0x82, 0x6e, 0x20, 0xa5, 0x61, 0x6e, 0x64, 0xa3])),
    ).toBe(true);
    const otra = falsa();
    await imprimirDirecto(
      recibo(),
      { ...AJUSTES_INICIALES, codificacion: 'windows1252' },
      { abreGaveta: false },
      otra.puerta,
    );
    expect(otra.bytes().includes(hex(ESC, 0x74, 16))).toBe(true);
    expect(otra.bytes().includes(Buffer.from('Almacén Ñandú', 'latin1'))).toBe(true);
  });

  it('says what the ticket says, with no line wider than the paper', async () => {
    for (const [ancho, columnas] of [
      [58, 32],
      [80, 48],
    ] as const) {
      const { puerta, bytes } = falsa();
      await imprimirDirecto(recibo(), { ...AJUSTES_INICIALES, ancho }, { abreGaveta: false }, puerta);
      const papel = papelDe(bytes());
      expect(Math.max(...papel.map((l) => l.length))).toBeLessThanOrEqual(columnas);
      const texto = papel.join('\n');
      for (const dicho of [
        'D1-000007',
        'Íñigo Peña',
        'Zoë',
        '4567890',
        '2 × 7,50',
        '0,25 kg × 60,00',
        '-2,50',
        'TOTAL Bs 1.234,53',
        '-0,03',
        '65,50',
        '¡Gracias por su compra!',
      ]) {
        expect(texto).toContain(dicho);
      }
      expect(papel.find((l) => l.includes('2 × 7,50'))).toMatch(/^ {2}2 × 7,50 +15,00$/);
    }
  });

  it('cuts the paper where it can be cut, and feeds it where it is torn', async () => {
    const corta = falsa();
    await imprimirDirecto(recibo(), AJUSTES_INICIALES, { abreGaveta: false }, corta.puerta);
    expect(corta.bytes().includes(hex(GS, 0x56, 1))).toBe(true);
    const rasga = falsa();
    await imprimirDirecto(recibo(), { ...AJUSTES_INICIALES, corta: false }, { abreGaveta: false }, rasga.puerta);
    expect(rasga.bytes().includes(hex(GS, 0x56))).toBe(false);
    expect(rasga.bytes().subarray(-5)).toEqual(hex(0x0a, 0x0a, 0x0a, 0x0a, 0x0a));
  });

  it('carries the public address as a QR that the printer draws, unless it is not wanted', async () => {
    const con = falsa();
    await imprimirDirecto(recibo(), AJUSTES_INICIALES, { abreGaveta: false }, con.puerta);
    const largo = URL_RECIBO.length + 3;
    expect(
      con.bytes().includes(Buffer.concat([hex(GS, 0x28, 0x6b, largo, 0, 0x31, 0x50, 0x30), Buffer.from(URL_RECIBO)])),
    ).toBe(true);
    expect(con.bytes().includes(hex(GS, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30))).toBe(true);
    const sin = falsa();
    await imprimirDirecto(recibo(), { ...AJUSTES_INICIALES, qr: false }, { abreGaveta: false }, sin.puerta);
    expect(sin.bytes().includes(Buffer.from('tienda.bo'))).toBe(false);
  });

  it('says COPIA with its number and ANULADA, large', async () => {
    const { puerta, bytes } = falsa();
    await imprimirDirecto(
      recibo({ estado_venta: 'ANULADA', motivo_edicion: 'Devolvió' }, 3),
      AJUSTES_INICIALES,
      { abreGaveta: false },
      puerta,
    );
    expect(bytes().includes(Buffer.from('COPIA 3'))).toBe(true);
    expect(bytes().includes(Buffer.from('ANULADA'))).toBe(true);
    expect(bytes().includes(hex(GS, 0x21, 0x11))).toBe(true);
    expect(papelDe(bytes()).join('\n')).toContain('Motivo: Devolvió');
  });

  it('opens the drawer before the paper, by the pin it is plugged into, and only when asked', async () => {
    const con = falsa();
    await imprimirDirecto(recibo(), { ...AJUSTES_INICIALES, pin: 1 }, { abreGaveta: true }, con.puerta);
    const pulso = con.bytes().indexOf(hex(ESC, 0x70, 1, 50, 250));
    expect(pulso).toBeGreaterThan(0);
    expect(pulso).toBeLessThan(con.bytes().indexOf(Buffer.from('Ticket')));
    const sin = falsa();
    await imprimirDirecto(recibo(), AJUSTES_INICIALES, { abreGaveta: false }, sin.puerta);
    expect(sin.bytes().includes(hex(ESC, 0x70))).toBe(false);
    const sola = falsa();
    await pulsarGaveta(AJUSTES_INICIALES, sola.puerta);
    expect(sola.bytes().includes(hex(ESC, 0x70, 0, 50, 250))).toBe(true);
    expect(papelDe(sola.bytes()).join('').trim()).toBe('');
  });

  it('never mixes two papers, and one that fails does not stop the next', async () => {
    const orden: string[] = [];
    const puerta = (nombre: string, falla = false): Puerta => ({
      ...falsa().puerta,
      recordado: async () => ({
        nombre,
        escribir: async () => {
          orden.push(`${nombre} empieza`);
          await new Promise((r) => setTimeout(r, 5));
          orden.push(`${nombre} acaba`);
          if (falla) throw new ImpresoraError('Sin papel.');
        },
      }),
    });
    const a = imprimirPrueba(AJUSTES_INICIALES, null, puerta('a', true));
    const b = imprimirPrueba(AJUSTES_INICIALES, null, puerta('b'));
    await expect(a).rejects.toThrow('Sin papel.');
    await b;
    expect(orden).toEqual(['a empieza', 'a acaba', 'b empieza', 'b acaba']);
  });

  it('says what is missing when there is no printer', async () => {
    await expect(imprimirPrueba(AJUSTES_INICIALES, null)).rejects.toThrow('diálogo del sistema');
    await expect(imprimirPrueba({ ...AJUSTES_INICIALES, salida: 'usb' }, null)).rejects.toThrow('Chrome o Edge');
    const vacia: Puerta = { ...falsa().puerta, recordado: async () => null };
    await expect(imprimirPrueba(AJUSTES_INICIALES, null, vacia)).rejects.toThrow('No se encuentra la impresora');
  });
});

describe('a printer by USB', () => {
  function aparato(mas: Partial<AparatoUsb> = {}) {
    const actos: string[] = [];
    const recibido: Uint8Array[] = [];
    const usb: AparatoUsb = {
      productName: 'TM-T20',
      opened: false,
      configuration: {
        interfaces: [
          { interfaceNumber: 0, alternate: { interfaceClass: 3, endpoints: [] } },
          {
            interfaceNumber: 1,
            alternate: {
              interfaceClass: 7,
              endpoints: [
                { direction: 'in', type: 'bulk', endpointNumber: 1 },
                { direction: 'out', type: 'bulk', endpointNumber: 2 },
              ],
            },
          },
        ],
      },
      open: async () => {
        usb.opened = true;
        actos.push('open');
      },
      selectConfiguration: async () => {},
      claimInterface: async (n) => void actos.push(`claim ${n}`),
      releaseInterface: async (n) => void actos.push(`release ${n}`),
      transferOut: async (punto, datos) => {
        actos.push(`out ${punto} ${datos.length}`);
        recibido.push(datos);
        return { status: 'ok', bytesWritten: datos.length };
      },
      close: async () => {
        usb.opened = false;
        actos.push('close');
      },
      ...mas,
    };
    const puerta = puertaUsb(() => ({ requestDevice: async () => usb, getDevices: async () => [usb] }));
    return { puerta, actos, recibido };
  }

  it('goes by the printer’s own endpoint, in pieces, and is let go', async () => {
    const { puerta, actos, recibido } = aparato();
    const impresora = await puerta.recordado();
    const bytes = Uint8Array.from({ length: 9_000 }, (_, i) => i % 256);
    await impresora?.escribir(bytes);
    expect(impresora?.nombre).toBe('TM-T20');
    expect(actos).toEqual(['open', 'claim 1', 'out 2 4096', 'out 2 4096', 'out 2 808', 'release 1', 'close']);
    expect(Buffer.concat(recibido)).toEqual(Buffer.from(bytes));
  });

  it('that did not take it all says so, and is let go too', async () => {
    const { puerta, actos } = aparato({ transferOut: async () => ({ status: 'stall', bytesWritten: 0 }) });
    const impresora = await puerta.recordado();
    await expect(impresora?.escribir(new Uint8Array(10))).rejects.toThrow('Revise el papel');
    expect(actos.slice(-2)).toEqual(['release 1', 'close']);
  });

  it('that another program holds says what to do', async () => {
    const { puerta } = aparato({
      claimInterface: async () => {
        throw new DOMException('busy', 'NetworkError');
      },
    });
    await expect((await puerta.recordado())?.escribir(new Uint8Array(1))).rejects.toThrow('Otro programa');
  });

  it('is not chosen when the person closes the list', async () => {
    const puerta = puertaUsb(() => ({
      requestDevice: async () => {
        throw new DOMException('none', 'NotFoundError');
      },
      getDevices: async () => [],
    }));
    expect(await puerta.elegir()).toBeNull();
    expect(await puerta.recordado()).toBeNull();
    expect(puertaUsb(() => undefined).hay()).toBe(false);
  });
});

describe('a printer by a serial port', () => {
  it('gets every byte at its speed, and the port is closed', async () => {
    const recibido: Uint8Array[] = [];
    const actos: string[] = [];
    const puerto: PuertoSerie = {
      writable: null,
      open: async ({ baudRate }) => {
        actos.push(`open ${baudRate}`);
        puerto.writable = new WritableStream({ write: (trozo) => void recibido.push(trozo) });
      },
      close: async () => void actos.push('close'),
    };
    const puerta = puertaSerie(38_400, () => ({ requestPort: async () => puerto, getPorts: async () => [puerto] }));
    await (await puerta.recordado())?.escribir(Uint8Array.of(1, 2, 3));
    expect(Buffer.concat(recibido)).toEqual(Buffer.from([1, 2, 3]));
    expect(actos).toEqual(['open 38400', 'close']);
  });

  it('that cannot be opened says so', async () => {
    const puerto: PuertoSerie = {
      writable: null,
      open: async () => {
        throw new DOMException('taken', 'InvalidStateError');
      },
      close: async () => {},
    };
    const puerta = puertaSerie(9_600, () => ({ requestPort: async () => puerto, getPorts: async () => [puerto] }));
    await expect((await puerta.recordado())?.escribir(Uint8Array.of(1))).rejects.toThrow('El puerto no responde');
  });
});

describe('the settings of a device', () => {
  it('take only what there may be of what was kept', () => {
    expect(
      ajustesDe({ salida: 'usb', ancho: 58, codificacion: 'cp858', siempre: true, pin: 1, baudios: 19_200 }),
    ).toMatchObject({
      salida: 'usb',
      ancho: 58,
      codificacion: 'cp858',
      siempre: true,
      pin: 1,
      baudios: 19_200,
    });
    expect(ajustesDe({ salida: 'nube', ancho: 110, codificacion: 'ebcdic', baudios: 1, qr: 'no', pin: 9 })).toEqual(
      AJUSTES_INICIALES,
    );
    expect(ajustesDe('roto')).toEqual(AJUSTES_INICIALES);
  });
});

import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as pdf } from '@/app/api/ventas/[id]/pdf/route';
import { GET } from '@/app/r/[token]/route';
import { crearCliente } from '@/lib/cliente/crear';
import { listarCopias } from '@/lib/recibo/queries';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { tokenDe } from '../auth/llamar';
import { ctxDe, ctxSistema, linea, nuevaSucursal, nuevoProducto, nuevoTurno, type Turno } from '../harness/factories';

let idSucursal: number;
let turno: Turno;

beforeAll(async () => {
  idSucursal = await nuevaSucursal();
  turno = await nuevoTurno(idSucursal, { saldo: 100, ahora: new Date() });
});

const nuevoToken = () => randomBytes(16).toString('base64url');

const pedir = (token: string, ip = '203.0.113.9') =>
  GET(new Request(`http://kantuta/r/${token}`, { headers: { 'x-forwarded-for': ip } }), {
    params: Promise.resolve({ token }),
  });

async function vender() {
  const cliente = await crearCliente(ctxSistema(idSucursal), { nombre: 'Juana Secreta', telefono: '70012345' });
  return cobrarVenta(ctxDe(turno.cajero, { ahora: new Date() }), {
    id_sesion_caja: turno.idSesion,
    pagos: [{ metodo: 'QR', monto: 20, referencia: 'OPERACION-77' }],
    id_cliente: cliente.id,
    token_recibo: nuevoToken(),
    detalles: [linea(await nuevoProducto(idSucursal, { precio: 20 }))],
  });
}

describe('GET /r/<token>', () => {
  it('shows the ticket to whoever has the link, and nothing of anybody', async () => {
    const venta = await vender();
    const res = await pedir(venta.token_recibo ?? '');
    const html = await res.text();
    expect(res.status).toBe(200);
    expect(html).toContain(venta.detalles[0]?.nombre);
    expect(html).toContain('<dd>20,00</dd>');
    for (const ajeno of ['Juana', '70012345', 'OPERACION-77', turno.cajero.nombre]) expect(html).not.toContain(ajeno);
    expect(html).not.toContain('<script');
    expect(res.headers.get('x-robots-tag')).toContain('noindex');
    expect(res.headers.get('referrer-policy')).toBe('no-referrer');
    expect(res.headers.get('cache-control')).toBe('no-store');
    expect(res.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('of a voided ticket says ANULADA, and keeps the motive to itself', async () => {
    const venta = await vender();
    await anularVenta(ctxDe(turno.cajero, { ahora: new Date() }), {
      id: venta.id,
      motivo_edicion: 'Motivo de adentro',
    });
    const html = await (await pedir(venta.token_recibo ?? '')).text();
    expect(html).toContain('ANULADA');
    expect(html).not.toContain('Motivo de adentro');
  });

  it('opens nothing with the clave, a number or another token, and says the same of all', async () => {
    const venta = await vender();
    const paginas = await Promise.all(
      [nuevoToken(), String(venta.id), 'x'.repeat(500)].map((t) => pedir(t, '203.0.113.20')),
    );
    expect(paginas.map((r) => r.status)).toEqual([404, 404, 404]);
    const textos = await Promise.all(paginas.map((r) => r.text()));
    expect(new Set(textos).size).toBe(1);
  });

  it('stops an address that tries tokens, and no other', async () => {
    for (let i = 0; i < 20; i++) await pedir(nuevoToken(), '203.0.113.30');
    const venta = await vender();
    const frenada = await pedir(venta.token_recibo ?? '', '203.0.113.30');
    expect(frenada.status).toBe(429);
    expect(Number(frenada.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await pedir(venta.token_recibo ?? '', '203.0.113.31')).status).toBe(200);
  });

  it('stops an address that asks for receipts without end', async () => {
    const token = (await vender()).token_recibo ?? '';
    const estados = [];
    for (let i = 0; i < 61; i++) estados.push((await pedir(token, '203.0.113.40')).status);
    expect(estados.filter((s) => s === 200)).toHaveLength(60);
    expect(estados.at(-1)).toBe(429);
  });
});

describe('GET /ventas/{id}/pdf', () => {
  it('is a sheet that counts as a copy each time', async () => {
    const venta = await vender();
    const token = await tokenDe(turno.cajero);
    const pedido = () =>
      pdf(new Request('http://kantuta/api/ventas/1/pdf', { headers: { authorization: `Bearer ${token}` } }), {
        params: Promise.resolve({ id: String(venta.id) }),
      });
    const res = await pedido();
    expect(res.status).toBe(200);
    expect(res.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await res.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    await pedido();
    expect((await listarCopias(ctxDe(turno.cajero), { id: venta.id })).map((c) => [c.numero, c.formato])).toEqual([
      [1, 'A4'],
      [2, 'A4'],
    ]);
  });
});

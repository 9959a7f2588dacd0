import type { Cantidad, HechoDeAlmacen } from './actos';
import type { Estado } from './estado';
import { PRODUCTOS } from './productos';
import type { ClaveSucursal, Cuenta } from './tienda';

/** A step of a transfer: when, who, and what, decided when its turn comes. `nombre` is its act's, by which it is called later. */
export type Paso = {
  hora: number;
  quien: Cuenta;
  nombre?: string;
  decidir(estado: Estado): HechoDeAlmacen | null;
};

/**
 * The last three days El Alto asks Miraflores for goods: the first comes in two goes and short, the second is still on the
 * way when the demo ends, and the third waits to be sent.
 */
export function pasosEntreSucursales(sucursal: ClaveSucursal, faltan: number): Paso[] {
  if (sucursal === 'miraflores') return faltan === 1 ? [enviar(8, 0)] : faltan === 0 ? [enviar(9, 1)] : [];
  if (faltan === 2) return [pedir(10, 0)];
  if (faltan === 1) return [...recibir(), pedir(16.5, 1)];
  return faltan === 0 ? [pedir(17, 2)] : [];
}

const NOTAS = ['Para el feriado', 'Se vende mucho esta semana', 'Cuando se pueda'];
const nombreDe = (n: number) => `transferencia/${n}`;

const pedir = (hora: number, n: number): Paso => ({
  hora,
  quien: 'super',
  nombre: nombreDe(n),
  decidir(estado) {
    const lineas = PRODUCTOS.filter((p) => p.codigo !== null && p.indice % 41 === 7 + n)
      .slice(0, 4)
      .map((p, i) => ({ producto: p.indice, cantidad: (i + 2) * 1000 }));
    estado.pedidos.set(nombreDe(n), lineas);
    return { tipo: 'pedir', de: 'miraflores', nota: NOTAS[n] ?? '', lineas };
  },
});

/** What there is of it leaves, and the rest is not sent. */
const enviar = (hora: number, n: number): Paso => ({
  hora,
  quien: 'almacen',
  decidir(estado) {
    const lineas = (estado.pedidos.get(nombreDe(n)) ?? []).flatMap(({ producto, cantidad }): Cantidad[] => {
      const hay = estado.existencias.miraflores[producto] ?? 0;
      const sale = Math.min(cantidad, hay);
      estado.existencias.miraflores[producto] = hay - sale;
      return sale > 0 ? [{ producto, cantidad: sale }] : [];
    });
    estado.pedidos.set(nombreDe(n), lineas);
    return lineas.length === 0 ? null : { tipo: 'enviar', pedido: nombreDe(n), lineas };
  },
});

/** In two goes: all but the last product in the morning, and of that one less than was sent in the afternoon. */
function recibir(): Paso[] {
  const ir = (
    hora: number,
    nota: string | null,
    cuales: (lineas: Cantidad[]) => Cantidad[],
    perdida: number,
  ): Paso => ({
    hora,
    quien: 'super',
    decidir(estado) {
      const lineas = cuales(estado.pedidos.get(nombreDe(0)) ?? []).map(({ producto, cantidad }) => {
        const recibida = cantidad - perdida;
        estado.existencias.elAlto[producto] = (estado.existencias.elAlto[producto] ?? 0) + recibida;
        const explicacion = 'Llegó con el envase roto';
        return { producto, recibida, perdida, causa: 'DANADO' as const, explicacion };
      });
      return lineas.length === 0 ? null : { tipo: 'recibir', pedido: nombreDe(0), nota, lineas };
    },
  });
  return [
    ir(11, 'La otra caja viene en el segundo viaje', (l) => l.slice(0, -1), 0),
    ir(15.5, null, (l) => l.slice(-1), 1000),
  ];
}

import { randomInt, randomUUID } from 'node:crypto';

/** Where the product under test is served. */
export const BASE = process.env.BASE_URL ?? 'http://localhost:3000';
/** The password of the demo's accounts and of the people the tests create. */
export const CONTRASENA = 'kantuta-demo';

type Metodo = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export type Producto = {
  id: number;
  nombre: string;
  codigo_barras: string;
  precio_venta: number;
  stock_actual: number;
};
export type Venta = {
  id: number;
  serie: string;
  numero: number;
  total: number;
  redondeo: number;
  estado_venta: string;
  metodo_pago: string;
  vuelto: number | null;
  pagos: { metodo: string; monto: number; referencia: string | null }[];
  detalles: { id_producto: number; cantidad: number; descuento: number; subtotal: number }[];
};
export type Sesion = { id: number; monto_final_teorico: number; diferencia: number | null; estado_sesion: string };
export type Balance = {
  ventas: { efectivo: number; qr: number; transferencia: number };
  monto_final_teorico: number;
};

/** The REST API as one person, for what a test needs to exist and for what it checks afterwards. */
export class Tienda {
  private constructor(private readonly token: string) {}

  static async como(email: string, password = CONTRASENA): Promise<Tienda> {
    const { access_token } = await pedir<{ access_token: string }>('POST', '/api/auth/login', null, {
      email,
      password,
    });
    return new Tienda(access_token);
  }

  static admin(): Promise<Tienda> {
    return Tienda.como('admin@kantuta.bo');
  }

  leer<T>(ruta: string): Promise<T> {
    return pedir<T>('GET', ruta, this.token);
  }

  hacer<T>(metodo: Metodo, ruta: string, cuerpo: unknown): Promise<T> {
    return pedir<T>(metodo, ruta, this.token, cuerpo);
  }

  /** A person of the administrator's branch that nobody else uses, who already chose a password of their own: a cashier. */
  async crearCajero(rol = 2): Promise<{ id: number; email: string }> {
    const email = `cajero-${marca()}@kantuta.bo`;
    const primera = `de entrada ${marca()}`;
    const { id } = await this.hacer<{ id: number }>('POST', '/api/usuario/register', {
      email,
      password: primera,
      nombres: 'Prueba',
      p_apellido: 'Navegador',
      fecha_nacimiento: '1995-06-24',
      genero: 'F',
      id_role: rol,
    });
    const suya = await Tienda.como(email, primera);
    await suya.hacer('POST', '/api/auth/change-password', { currentPassword: primera, newPassword: CONTRASENA });
    return { id, email };
  }

  /** A caja that only this test opens, empty unless said otherwise. */
  crearCaja(saldo = 0): Promise<{ id: number; nombre: string }> {
    return this.hacer('POST', '/api/cajas', { nombre: `Caja ${marca()}`, especialidad: 'SOLO_VENTAS', saldo });
  }

  /** A product with its own code. Stock 20, sold by the piece, unless said otherwise. */
  async crearProducto(cambios: Partial<Record<string, unknown>> = {}): Promise<Producto> {
    const [categoria] = await this.leer<{ id: number }[]>('/api/inventario/categorias');
    return this.hacer<Producto>('POST', '/api/inventario/producto', {
      nombre: `Producto ${marca()}`,
      codigo_barras: ean13(),
      precio_venta: 10,
      costo_compra: 6,
      stock_actual: 20,
      stock_minimo: 2,
      id_categoria: categoria?.id,
      ...cambios,
    });
  }

  /** A cashier with a caja already open on `fondo` bolivianos. */
  async crearTurno(
    fondo = 200,
    rol = 2,
  ): Promise<{ cajero: { id: number; email: string }; idSesion: number; idCaja: number }> {
    const [cajero, caja] = await Promise.all([this.crearCajero(rol), this.crearCaja(fondo)]);
    const suya = await Tienda.como(cajero.email);
    const sesion = await suya.hacer<{ id: number }>('POST', '/api/cajas/abrir', {
      id_caja: caja.id,
      monto_inicial: fondo,
    });
    return { cajero, idSesion: sesion.id, idCaja: caja.id };
  }

  /** What was sold in a session, oldest first. */
  async ventasDe(idSesion: number): Promise<Venta[]> {
    const ventas: Venta[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const ruta = `/api/ventas?id_sesion_caja=${idSesion}&limite=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const respuesta: Response = await fetch(`${BASE}${ruta}`, { headers: { authorization: `Bearer ${this.token}` } });
      if (!respuesta.ok) throw new Error(`GET ${ruta} → ${respuesta.status}`);
      ventas.push(...((await respuesta.json()) as Venta[]));
      cursor = respuesta.headers.get('x-next-cursor');
    }
    return ventas.reverse();
  }

  balance(idSesion: number): Promise<Balance> {
    return this.leer<Balance>(`/api/cajas/sesion/${idSesion}/balance`);
  }
}

async function pedir<T>(metodo: Metodo, ruta: string, token: string | null, cuerpo?: unknown): Promise<T> {
  const respuesta = await fetch(`${BASE}${ruta}`, {
    method: metodo,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: cuerpo === undefined ? null : JSON.stringify(cuerpo),
  });
  const texto = await respuesta.text();
  if (!respuesta.ok) throw new Error(`${metodo} ${ruta} → ${respuesta.status} ${texto.slice(0, 400)}`);
  return JSON.parse(texto) as T;
}

/** A few letters that no other run has used. */
export function marca(): string {
  return randomUUID().slice(0, 8);
}

/** A valid EAN-13 of the Bolivian range, at random. */
export function ean13(): string {
  const doce = `777${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
  const suma = [...doce].reduce((total, d, i) => total + Number(d) * (i % 2 === 0 ? 1 : 3), 0);
  return `${doce}${(10 - (suma % 10)) % 10}`;
}

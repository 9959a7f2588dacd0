import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RouteHandler } from '@/lib/action/define-route';
import { type Permiso, ROLES_DE_FABRICA } from '@/lib/auth/permisos';
import type { Actor } from '@/lib/context';
import { closeStreams } from '@/lib/realtime/process-hub';
import { nuevaPersona, nuevaSucursal } from '@/tests/harness/factories';
import { llamar, tokenDe } from './llamar';
import { RUTAS_DE_CIERRE } from './rutas-cierre';
import { RUTAS_DE_MOSTRADOR } from './rutas-mostrador';
import { RUTAS_DE_RECIBO } from './rutas-recibo';

const METODOS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What anyone may call without signing in. Nothing else, by contract. */
const PUBLICAS = new Set([
  'POST /auth/login',
  'POST /auth/refresh_token',
  'POST /auth/reset/code',
  'POST /auth/confirm-code',
  'POST /auth/reset-confirm',
  'GET /salud',
]);

/** Not for people: next-auth answers its own; the figures for Prometheus have their own token (tests/metricas); the last is for what is no route. */
const AJENAS = new Set(['/auth/[...nextauth]', '/metricas', '/[...ruta]']);

const ANULAR = { estado_venta: 'ANULADA', motivo_edicion: 'prueba' };
const VER_CAJAS: Permiso[] = ['caja:abrir', 'caja:ver'];

/** Each route, the rights that open it (any of them; none: being signed in), and a body when one decides the right. */
const RUTAS: readonly (readonly [ruta: string, permisos: readonly Permiso[], cuerpo?: object])[] = [
  ['POST /auth/logout', [], { a: 'refused after the door: the sign-in goes on' }],
  ['GET /auth/profile', []],
  ['GET /auth/llaves', []],
  ['GET /auth/mostrador', []],
  ['POST /auth/bloquear', [], { a: 'refused after the door: the sign-in is not locked' }],
  ['POST /auth/desbloquear', []],
  ['POST /auth/cambiar', []],
  ['POST /auth/pin', []],
  ['DELETE /auth/pin', []],
  ['POST /auth/segundo-factor', []],
  ['POST /auth/segundo-factor/confirmar', []],
  ['POST /auth/segundo-factor/codigos', []],
  ['POST /auth/segundo-factor/desactivar', []],
  ['GET /auth/roles/list', []],
  ['GET /openapi.json', []],
  ['GET /docs', []],
  ['GET /eventos', []],
  ['POST /eventos/pusher-auth', []],
  ['POST /usuario/register', ['usuario:crear']],
  ['POST /auth/change-password', []],
  ['GET /usuario', ['usuario:ver']],
  ['GET /usuario/[id]', ['usuario:ver']],
  ['PATCH /usuario/[id]', ['usuario:editar']],
  ['DELETE /usuario/[id]', ['usuario:editar']],
  ['GET /usuario/[id]/sesiones', ['usuario:editar']],
  ['DELETE /usuario/[id]/sesiones', ['usuario:editar']],
  ['DELETE /usuario/[id]/sesiones/[sid]', ['usuario:editar']],
  ['POST /persona', ['usuario:crear']],
  ['GET /persona', ['usuario:ver']],
  ['PUT /persona', ['usuario:editar']],
  ['GET /persona/[id]', ['usuario:ver']],
  ['DELETE /persona/[id]', ['usuario:editar']],
  ['GET /roles', ['rol:administrar', 'usuario:ver']],
  ['POST /roles', ['rol:administrar']],
  ['GET /roles/[id]', ['rol:administrar', 'usuario:ver']],
  ['PATCH /roles/[id]', ['rol:administrar']],
  ['DELETE /roles/[id]', ['rol:administrar']],
  ['DELETE /usuario/[id]/pin', ['usuario:editar']],
  ['DELETE /usuario/[id]/segundo-factor', ['usuario:editar']],
  ['GET /cajas', VER_CAJAS],
  ['POST /cajas', ['caja:administrar']],
  ['GET /cajas/[id]', VER_CAJAS],
  ['PATCH /cajas/[id]', ['caja:administrar']],
  ['DELETE /cajas/[id]', ['caja:administrar']],
  ['POST /cajas/abrir', ['caja:abrir']],
  ['POST /cajas/movimiento', ['caja:mover']],
  ['GET /cajas/sesion-activa/[id_usuario]', VER_CAJAS],
  ['GET /cajas/sesion/[id]', VER_CAJAS],
  ['GET /cajas/sesion/[id]/balance', VER_CAJAS],
  ['GET /cajas/sesion/[id]/admitidos', VER_CAJAS],
  ['POST /cajas/sesion/[id]/admitidos', ['caja:admitir', 'caja:cerrar_ajena'], { id_usuario: 1 }],
  ['DELETE /cajas/sesion/[id]/admitidos/[id_usuario]', ['caja:admitir', 'caja:cerrar_ajena']],
  ['GET /cajas/sesion/[id]/admisibles', VER_CAJAS],
  ['PATCH /cajas/sesion/[id]/cerrar', ['caja:abrir']],
  ['GET /inventario/categorias', ['producto:ver']],
  ['POST /inventario/categorias', ['producto:editar']],
  ['GET /inventario/categorias/[id]', ['producto:ver']],
  ['PATCH /inventario/categorias/[id]', ['producto:editar']],
  ['DELETE /inventario/categorias/[id]', ['producto:editar']],
  ['GET /inventario/ediciones', ['producto:edicion_masiva']],
  ['GET /inventario/importaciones', ['producto:importar']],
  ['POST /inventario/importaciones', ['producto:importar']],
  ['GET /inventario/importaciones/[id]', ['producto:importar']],
  ['DELETE /inventario/importaciones/[id]', ['producto:importar']],
  ['POST /inventario/importaciones/[id]/confirmar', ['producto:importar']],
  ['POST /inventario/importaciones/[id]/columnas', ['producto:importar']],
  ['GET /inventario/importaciones/[id]/deshacer', ['producto:importar']],
  ['POST /inventario/importaciones/[id]/deshacer', ['producto:importar', 'producto:editar']],
  ['GET /inventario/importaciones/[id]/filas', ['producto:importar']],
  ['GET /inventario/etiquetas', ['producto:ver']],
  ['GET /inventario/vencimientos', ['producto:ver']],
  ['POST /inventario/etiquetas/codigos', ['producto:editar']],
  ['GET /inventario/producto/exportar', ['producto:ver']],
  ['GET /inventario/importaciones/plantilla', ['producto:importar']],
  ['GET /inventario/producto/[id]/imagen', ['producto:ver']],
  [
    'POST /inventario/producto/[id]/imagen',
    ['producto:editar'],
    { archivo: { nombre: 'a.png', bytes: new Uint8Array(1) } },
  ],
  ['DELETE /inventario/producto/[id]/imagen', ['producto:editar']],
  ...['/inventario/producto', '/productos'].flatMap((base): (readonly [string, readonly Permiso[]])[] => [
    [`GET ${base}`, ['producto:ver']],
    [`POST ${base}`, ['producto:editar']],
    [`GET ${base}/[id]`, ['producto:ver']],
    [`PATCH ${base}/[id]`, ['producto:editar']],
    [`DELETE ${base}/[id]`, ['producto:editar']],
    [`GET ${base}/barcode/[codigo]`, ['producto:ver']],
  ]),
  ['POST /inventario/entrada', ['inventario:entrada']],
  ['POST /inventario/salida', ['inventario:salida']],
  ['POST /inventario/ajuste', ['producto:ajustar']],
  ...['aprobar', 'approve', 'rechazar', 'reject'].map((paso): readonly [string, readonly Permiso[]] => [
    `POST /inventario/ajuste/[id]/${paso}`,
    ['aprobacion:resolver'],
  ]),
  ...[
    'documentos',
    'documentos/[id]',
    'existencias',
    'stock-bajo',
    'kardex/[id_producto]',
    'valoracion',
    'alertas',
    'transferencia',
    'transferencia/[id]',
  ].map((lista): readonly [string, readonly Permiso[]] => [`GET /inventario/${lista}`, ['inventario:ver']]),
  ['POST /inventario/documentos/[id]/anular', ['inventario:ver']],
  ['POST /inventario/alertas/[id]/atender', ['inventario:ver']],
  ['GET /inventario/conteos', ['inventario:contar']],
  ['POST /inventario/conteos', ['inventario:contar']],
  ['GET /inventario/conteos/[id]', ['inventario:contar']],
  ['POST /inventario/conteos/[id]/contar', ['inventario:contar']],
  ['POST /inventario/conteos/[id]/aplicar', ['producto:ajustar']],
  ['POST /inventario/conteos/[id]/cancelar', ['inventario:contar']],
  ['POST /inventario/transferencia', ['inventario:transferir']],
  ...['enviar', 'send', 'recibir', 'receive', 'cancelar', 'cancel'].map(
    (paso): readonly [string, readonly Permiso[]] => [
      `POST /inventario/transferencia/[id]/${paso}`,
      ['inventario:transferir'],
    ],
  ),
  ['GET /sucursales', []],
  ['POST /sucursales', ['sucursal:administrar']],
  ['GET /sucursales/[id]', ['sucursal:administrar']],
  ['PATCH /sucursales/[id]', ['sucursal:administrar']],
  ['DELETE /sucursales/[id]', ['sucursal:administrar']],
  ['GET /correos', ['correo:ver']],
  ['GET /correos/[id]', ['correo:ver']],
  ['POST /correos/[id]/reintentar', ['correo:ver']],
  ['GET /ventas', ['venta:ver']],
  ['POST /ventas', ['venta:cobrar']],
  ['POST /ventas/reporte-resumen', ['venta:ver']],
  ['GET /ventas/[id]', ['venta:ver']],
  ['PATCH /ventas/[id]', ['venta:anular'], ANULAR],
  ['DELETE /ventas/[id]', ['venta:anular']],
  ...RUTAS_DE_CIERRE,
  ...RUTAS_DE_MOSTRADOR,
  ...RUTAS_DE_RECIBO,
  ['GET /whatsapp/connect', ['whatsapp:conectar']],
  ['POST /whatsapp/disconnect', ['whatsapp:conectar']],
  ['GET /whatsapp/estado', ['whatsapp:enviar', 'whatsapp:conectar']],
  ...['send', 'send-image', 'send-document', 'send-to-group'].map((envio): readonly [string, readonly Permiso[]] => [
    `POST /whatsapp/${envio}`,
    ['whatsapp:enviar'],
  ]),
  ['GET /whatsapp/list-groups', ['whatsapp:enviar']],
  ['GET /whatsapp/mensajes', ['whatsapp:enviar']],
  ['POST /whatsapp/mensajes/[id]/reintentar', ['whatsapp:enviar']],
  ['GET /aprobaciones', []],
  ['GET /aprobaciones/[id]', []],
  ['GET /aprobaciones/[id]/superiores', []],
  ['POST /aprobaciones/[id]/pedir', []],
  ['POST /aprobaciones/[id]/aprobar', ['aprobacion:resolver']],
  ['POST /aprobaciones/[id]/rechazar', ['aprobacion:resolver']],
  ['POST /aprobaciones/[id]/pin', []],
  ['POST /aprobaciones/[id]/cancelar', []],
  ['GET /auditoria', ['auditoria:ver']],
  ['GET /auditoria/[id]', ['auditoria:ver']],
  ['GET /auditoria/inventario', ['auditoria:ver']],
  ['GET /auditoria/alertas', ['auditoria:ver']],
  ['GET /auditoria/alertas/[id]', ['auditoria:ver']],
  ['POST /auditoria/alertas/[id]/atender', ['auditoria:ver']],
];

const handlers = new Map<string, RouteHandler>();
const actores: Actor[] = [];

beforeAll(async () => {
  const archivos = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('route.ts'));
  for (const archivo of archivos) {
    const ruta = `/${archivo.replace(/\/route\.ts$/, '')}`;
    if (AJENAS.has(ruta)) continue;
    const absoluta = path.resolve('app/api', archivo);
    const modulo = (await import(/* @vite-ignore */ absoluta)) as Record<string, RouteHandler>;
    for (const metodo of METODOS) if (modulo[metodo]) handlers.set(`${metodo} ${ruta}`, modulo[metodo]);
  }
  const sucursal = await nuevaSucursal();
  for (const { nombre } of ROLES_DE_FABRICA) actores.push(await nuevaPersona(nombre, sucursal));
});

afterAll(closeStreams);

function pedir(clave: string, mas: { token?: string; cuerpo?: object; idUsuario?: number }) {
  const handler = handlers.get(clave);
  if (!handler) throw new Error(`There is no ${clave}`);
  const [metodo = ''] = clave.split(' ');
  // People that are not there: the actors must stay.
  const id = / \/(usuario|persona)\//.test(clave) ? '2147483647' : '1';
  const params = { id, sid: crypto.randomUUID(), codigo: '7771234567890', id_usuario: String(mas.idUsuario ?? 1) };
  const usados = Object.fromEntries(Object.entries(params).filter(([p]) => clave.includes(`[${p}]`)));
  const cuerpo = metodo === 'GET' || metodo === 'DELETE' ? undefined : (mas.cuerpo ?? {});
  return llamar(handler, { metodo, params: usados, cuerpo, ...(mas.token ? { token: mas.token } : {}) });
}

describe('the API', () => {
  it('has a row here for each of its routes', () => {
    const escritas = new Set([...PUBLICAS, ...RUTAS.map(([ruta]) => ruta)]);
    expect([...handlers.keys()].filter((ruta) => !escritas.has(ruta))).toEqual([]);
    expect([...escritas].filter((ruta) => !handlers.has(ruta))).toEqual([]);
  });

  it('answers 401 to nobody everywhere but where the contract says public', async () => {
    for (const ruta of handlers.keys()) {
      if (PUBLICAS.has(ruta)) continue;
      expect([ruta, (await pedir(ruta, {})).status]).toEqual([ruta, 401]);
    }
  });
});

describe.each(RUTAS.map(([ruta, permisos, cuerpo]) => ({ ruta, permisos, cuerpo })))(
  '$ruta',
  ({ ruta, permisos, cuerpo }) => {
    it(`opens only to roles with ${permisos.join(' or ') || 'nothing in particular'}`, async () => {
      for (const actor of actores) {
        const debe = permisos.length === 0 || permisos.some((p) => actor.permisos.has(p));
        const { status } = await pedir(ruta, {
          token: await tokenDe(actor),
          idUsuario: actor.idUsuario,
          ...(cuerpo ? { cuerpo } : {}),
        });
        expect([actor.rol, status === 403 ? 'refused' : status < 500 ? 'open' : status]).toEqual([
          actor.rol,
          debe ? 'open' : 'refused',
        ]);
      }
    });
  },
);

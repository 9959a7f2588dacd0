/** The groups of the API, in the order of the contract: how each is called and what it is about. */
export const ETIQUETAS = {
  auth: ['Ingreso', 'Ingresar, salir y renovar los tokens.'],
  usuario: ['Usuarios', 'Quienes usan el sistema.'],
  inventario: [
    'Inventario',
    'Categorías, productos y su importación; entradas, salidas, conteos, transferencias, kardex y valoración.',
  ],
  sucursales: ['Sucursales', 'Las sucursales de la tienda.'],
  cajas: ['Cajas', 'Las cajas, sus sesiones, el efectivo que entra y sale, y el cierre a ciegas.'],
  tareas: ['Tareas', 'Lo que no cuadra y no detuvo a nadie, hasta que alguien dice qué pasó.'],
  ventas: ['Ventas', 'Los tickets del mostrador: cobro, anulación y corrección del pago.'],
  clientes: ['Clientes', 'Quienes compran, y lo que compraron.'],
  mostrador: ['Mostrador', 'Los equipos que venden también sin conexión: catálogo, hechos, incidencias.'],
  auditoria: ['Auditoría', 'Quién hizo qué, los movimientos de mercadería y las alertas.'],
  correos: ['Correos', 'Los correos que manda la tienda, y los que esperan.'],
  whatsapp: ['WhatsApp', 'Los mensajes que manda la tienda, y el teléfono con que los manda.'],
  aprobaciones: ['Aprobaciones', 'Lo que alguien no puede hacer solo y un superior deja pasar, una vez.'],
  operacion: ['Operación', 'Cómo está el sistema, los avisos al momento y este documento.'],
} as const satisfies Record<string, readonly [titulo: string, frase: string]>;

/** The name of a group. */
export type Etiqueta = keyof typeof ETIQUETAS;

/** What holds for every route, in Spanish. */
export const REGLAS: readonly (readonly [titulo: string, texto: string])[] = [
  [
    'Quién llama',
    'Cada pedido lleva `Authorization: Bearer <access_token>` o la cookie del navegador. Solo ingresar, renovar los tokens y la salud son públicos. Los derechos salen del rol y se comprueban en cada operación.',
  ],
  [
    'Montos, cantidades y fechas',
    'Los montos son números en bolivianos con 2 decimales como máximo; las cantidades, con 3. Las fechas son ISO 8601 en UTC; los días (`desde`, `hasta`) son de La Paz. Los identificadores son enteros.',
  ],
  [
    'Lo que se manda',
    'Una propiedad desconocida se rechaza con 400 y se nombra. `""` o `null` en un campo opcional es como no mandarlo. `id_user_create`, `id_user_update` e `id_usuario` se aceptan por compatibilidad: se guarda quien ingresó.',
  ],
  [
    'Repetir sin duplicar',
    'Las operaciones que mueven dinero o existencias aceptan `Idempotency-Key: <uuid>`. La misma clave con el mismo cuerpo da la primera respuesta, con estado 200 e `Idempotent-Replayed: true`; con otro cuerpo, 409 `clave_reutilizada`.',
  ],
  [
    'Listas',
    'Responden un arreglo JSON. `limite` (hasta 1000), `cursor`, `desde`, `hasta` y `buscar` son opcionales; la página siguiente está en `X-Next-Cursor` y el total, cuando se sabe, en `X-Total-Count`.',
  ],
  [
    'Rechazos',
    'Todo error tiene el mismo sobre: `statusCode`, `timestamp`, `path`, `code`, `message`, `error_detail` y `campos`. `message` es una frase para la persona, o una lista de frases en los errores de validación; `code` es para los programas.',
  ],
];

import { z } from 'zod';
import { rutasDe } from '@/lib/api/ruta';
import { AutorizarCanalInput } from '@/lib/realtime/autorizar-canal';
import { OirEventosInput } from '@/lib/realtime/oir';

const ruta = rutasDe('operacion');

export const RUTAS_EVENTOS = [
  ruta({
    metodo: 'GET',
    camino: '/eventos',
    resumen: 'Oír los cambios al momento',
    descripcion:
      'Eventos del servidor (`text/event-stream`): `hola`, `cambio` con `{ tema, id_sucursal, ids, n }`, `latido` cada 15 s, `resincronizar` cuando algo pudo perderse y `fin` con su motivo. Un cambio es un aviso para volver a leer, nunca los datos; llega según el derecho y la sucursal. `Last-Event-ID`, o `desde`, sigue donde se cortó. Con `HEAD` dice si el servidor y la sesión están, sin abrir nada.',
    entrada: OirEventosInput,
    salida: { tipo: 'text/event-stream', descripcion: 'Un evento cada vez que algo cambia.' },
    limitada: true,
    ejemplo: { respuesta: 'event: cambio\nid: …\ndata: {"tema":"venta","id_sucursal":1,"ids":[341],"n":1}\n\n' },
  }),
  ruta({
    metodo: 'POST',
    camino: '/eventos/pusher-auth',
    resumen: 'Entrar a un canal de Pusher',
    descripcion:
      'Solo cuando el servidor usa Pusher: firma la entrada de una conexión a un canal que la persona puede oír.',
    entrada: AutorizarCanalInput,
    salida: z.strictObject({ auth: z.string() }),
    limiteBytes: 4096,
    ejemplo: {
      pedido: { socket_id: '1234.5678', channel_name: 'private-sucursal-1-venta' },
      respuesta: { auth: 'llave:0a1b2c3d' },
    },
  }),
];

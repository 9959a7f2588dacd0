import { z } from 'zod';
import { Dispositivo, Incidencia } from '@/lib/api/modelos/incidencia';
import { rutasDe } from '@/lib/api/ruta';
import {
  type DispositivoDto,
  type IncidenciaDto,
  LeerIncidenciaInput,
  ListarDispositivosQuery,
  ListarIncidenciasQuery,
  NombrarDispositivoInput,
  ResolverIncidenciaInput,
  RevocarDispositivoInput,
} from '@/lib/mostrador/schemas';

const ruta = rutasDe('mostrador');

const EQUIPO = '8a2f6c1e-3b4d-4e5f-8a9b-0c1d2e3f4a5b';

const INCIDENCIA: IncidenciaDto = {
  id: 12,
  id_sucursal: 1,
  sucursal: 'Miraflores',
  tipo: 'stock',
  frase: 'Se vendieron 2 de Leche PIL 1 L y había 1.',
  creada_en: '2026-11-20T14:05:30.000Z',
  estado: 'ABIERTA',
  motivo: null,
  resuelta_en: null,
  resuelta_por: null,
  clave_hecho: '1c9e4a70-8d2b-4f35-9b61-7e0d3a5c2f18',
  tipo_hecho: 'venta',
  ocurrido_en: '2026-11-20T14:05:00.000Z',
  autor: 'Rosa Mamani',
  remitente: 'Rosa Mamani',
  equipo: 'Mostrador 1',
  retenido: false,
  espera: false,
  documento: { tipo: 'venta', id: 204, folio: 'D7-12' },
};

const DISPOSITIVO: DispositivoDto = {
  id: EQUIPO,
  nombre: 'Mostrador 1',
  serie: 'D7',
  id_sucursal: 1,
  sucursal: 'Miraflores',
  caja: 'Caja 1',
  persona: 'Rosa Mamani',
  creado_en: '2026-11-02T12:30:00.000Z',
  visto_en: '2026-11-20T14:05:30.000Z',
  pendientes: 0,
  mas_antiguo: null,
  desfase_ms: -120,
  version: '0.1.0',
  sincronizado_en: '2026-11-20T14:05:00.000Z',
  ultimo_numero: 12,
  faltan: 0,
  revocado_en: null,
  revocado_por: null,
  motivo_revocacion: null,
};

export const RUTAS_INCIDENCIA = [
  ruta({
    metodo: 'GET',
    camino: '/mostrador/incidencias',
    resumen: 'Lo que no cuadró de lo que llegó de los mostradores',
    descripcion: 'De la más nueva a la más antigua, de la sucursal; de todas, con `sucursal:todas`.',
    entrada: ListarIncidenciasQuery,
    salida: z.array(Incidencia),
    permisos: ['incidencia:ver'],
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { estado: 'ABIERTA' }, respuesta: [INCIDENCIA] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/mostrador/incidencias/{id}',
    resumen: 'Una incidencia',
    entrada: LeerIncidenciaInput,
    salida: Incidencia,
    permisos: ['incidencia:ver'],
    ejemplo: { pedido: { id: 12 }, respuesta: INCIDENCIA },
  }),
  ruta({
    metodo: 'POST',
    camino: '/mostrador/incidencias/{id}/resolver',
    resumen: 'Resolver una incidencia, diciendo por qué',
    descripcion:
      'De un hecho retenido se decide si entra (`ASENTAR`, en nombre de quien lo hizo) o se descarta. Una sola vez.',
    entrada: ResolverIncidenciaInput,
    salida: Incidencia,
    permisos: ['incidencia:resolver'],
    conflictos: ['incidencia_resuelta'],
    ejemplo: {
      pedido: { id: 12, motivo: 'Faltaba registrar la compra del lunes' },
      respuesta: {
        ...INCIDENCIA,
        estado: 'RESUELTA',
        motivo: 'Faltaba registrar la compra del lunes',
        resuelta_en: '2026-11-20T18:00:00.000Z',
        resuelta_por: 'Carlos Vargas',
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/mostrador/dispositivos',
    resumen: 'Los equipos del mostrador',
    entrada: ListarDispositivosQuery,
    salida: z.array(Dispositivo),
    permisos: ['dispositivo:ver'],
    lista: { sinLimite: 200, total: 'siempre' },
    exporta: true,
    ejemplo: { pedido: {}, respuesta: [DISPOSITIVO] },
  }),
  ruta({
    metodo: 'PUT',
    camino: '/mostrador/dispositivos/{id}/nombre',
    resumen: 'Cambiar el nombre de un equipo',
    entrada: NombrarDispositivoInput,
    salida: Dispositivo,
    permisos: ['dispositivo:administrar'],
    conflictos: ['dispositivo_revocado'],
    ejemplo: { pedido: { id: EQUIPO, nombre: 'Mostrador 1' }, respuesta: DISPOSITIVO },
  }),
  ruta({
    metodo: 'POST',
    camino: '/mostrador/dispositivos/{id}/revocar',
    resumen: 'Revocar un equipo',
    descripcion:
      'No vende más sin conexión. Lo que no había enviado se guarda cuando llegue, y un superior decide si entra. No se deshace.',
    entrada: RevocarDispositivoInput,
    salida: Dispositivo,
    permisos: ['dispositivo:administrar'],
    conflictos: ['dispositivo_revocado'],
    ejemplo: {
      pedido: { id: EQUIPO, motivo: 'Se perdió la tableta' },
      respuesta: {
        ...DISPOSITIVO,
        caja: null,
        revocado_en: '2026-11-20T18:00:00.000Z',
        revocado_por: 'Carlos Vargas',
        motivo_revocacion: 'Se perdió la tableta',
      },
    },
  }),
];

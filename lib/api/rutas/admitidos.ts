import { z } from 'zod';
import { Admisible, Admitido } from '@/lib/api/modelos/acceso';
import { rutasDe } from '@/lib/api/ruta';
import { AdmitirInput, IdInput } from '@/lib/caja/schemas';

const ruta = rutasDe('cajas');
const ver = ['caja:abrir', 'caja:ver'] as const;
const admitir = ['caja:admitir', 'caja:cerrar_ajena'] as const;
const ROSA = { id_usuario: 4, nombre: 'Rosa Mamani', responsable: true, admitido_por: null, admitido_en: null };
const ELMER = {
  id_usuario: 5,
  nombre: 'Elmer Condori',
  responsable: false,
  admitido_por: 'Rosa Mamani',
  admitido_en: '2026-11-20T15:10:00.000Z',
};

export const RUTAS_ADMITIDOS = [
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/admitidos',
    resumen: 'Quiénes atienden en una caja abierta',
    descripcion: 'Quien responde por ella y las personas admitidas.',
    entrada: IdInput,
    salida: z.array(Admitido),
    permisos: ver,
    ejemplo: { pedido: { id: 18 }, respuesta: [ROSA, ELMER] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/admitidos',
    resumen: 'Admitir a otra persona',
    descripcion:
      'Lo hace quien responde por la caja, o quien puede cerrarla por otro. Cada documento lleva a su autor; la diferencia sigue siendo de quien responde.',
    entrada: AdmitirInput,
    salida: z.array(Admitido),
    permisos: admitir,
    conflictos: ['no_admisible', 'sesion_cerrada'],
    ejemplo: { pedido: { id: 18, id_usuario: 5 }, respuesta: [ROSA, ELMER] },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/cajas/sesion/{id}/admitidos/{id_usuario}',
    resumen: 'Retirar a una persona admitida',
    descripcion: 'Lo que hizo sigue a su nombre; si está en la pantalla por su PIN, su ingreso termina.',
    entrada: AdmitirInput,
    salida: z.array(Admitido),
    permisos: admitir,
    conflictos: ['sesion_cerrada'],
    ejemplo: { pedido: { id: 18, id_usuario: 5 }, respuesta: [ROSA] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/admisibles',
    resumen: 'A quiénes se puede admitir',
    descripcion: 'Personas activas de la sucursal que pueden cobrar y todavía no están en la caja.',
    entrada: IdInput,
    salida: z.array(Admisible),
    permisos: ver,
    ejemplo: { pedido: { id: 18 }, respuesta: [{ id_usuario: 5, nombre: 'Elmer Condori', rol: 'Operador' }] },
  }),
];

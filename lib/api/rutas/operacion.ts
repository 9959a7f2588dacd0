import { z } from 'zod';
import { Salud } from '@/lib/api/modelos/operacion';
import { rutasDe } from '@/lib/api/ruta';
import { SinDatos } from '@/lib/auth/input';

const ruta = rutasDe('operacion');

export const RUTAS_OPERACION = [
  ruta({
    metodo: 'GET',
    camino: '/salud',
    resumen: 'Si la tienda puede trabajar',
    descripcion: '503 cuando la base de datos no responde.',
    entrada: SinDatos,
    salida: Salud,
    publica: 'sin_token',
    ejemplo: { respuesta: { estado: 'ok', version: '0.1.0', base: 'ok' } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/metricas',
    resumen: 'Las cifras para un Prometheus',
    descripcion: 'Texto de Prometheus. Solo cuando el servidor tiene `METRICAS_TOKEN`, que es el Bearer.',
    entrada: SinDatos,
    salida: { tipo: 'text/plain', descripcion: 'Una métrica por línea.' },
    publica: 'metricas',
    ejemplo: { respuesta: 'kantuta_base_responde 1\n' },
  }),
  ruta({
    metodo: 'GET',
    camino: '/openapi.json',
    resumen: 'Este documento',
    entrada: SinDatos,
    salida: z.looseObject({ openapi: z.literal('3.1.0') }),
    ejemplo: { respuesta: { openapi: '3.1.0' } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/docs',
    resumen: 'Este documento, para leer',
    entrada: SinDatos,
    salida: { tipo: 'text/html', descripcion: 'Una página.' },
    ejemplo: { respuesta: '<!doctype html>…' },
  }),
];

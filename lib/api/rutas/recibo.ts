import { z } from 'zod';
import { CopiaRecibo, GavetaAbierta, LineasQuitadas } from '@/lib/api/modelos/recibo';
import { rutasDe } from '@/lib/api/ruta';
import { AbrirGavetaInput } from '@/lib/caja/schemas';
import { AnotarCopiaInput, AnotarQuitadasInput, PorVentaInput } from '@/lib/recibo/schemas';

const ruta = rutasDe('ventas');

const COPIA = {
  id: 7,
  id_venta: 341,
  numero: 1,
  formato: 'TERMICA',
  fecha: '2026-11-20T14:30:00.000Z',
  id_usuario: 4,
  usuario: 'Rosa Mamani',
} as const;

export const RUTAS_RECIBO = [
  ruta({
    metodo: 'GET',
    camino: '/ventas/{id}/copias',
    resumen: 'Las copias que se imprimieron de un ticket',
    entrada: PorVentaInput,
    salida: z.array(CopiaRecibo),
    permisos: ['venta:ver'],
    ejemplo: { pedido: { id: 341 }, respuesta: [COPIA] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas/copias',
    resumen: 'Anotar una copia impresa',
    descripcion:
      'El papel no espera: se imprime con su número y se anota después, también días después (`fecha`). El ticket se nombra por su id, por la clave con que se cobró o por el token de su recibo.',
    entrada: AnotarCopiaInput,
    salida: CopiaRecibo,
    estado: 201,
    permisos: ['venta:reimprimir'],
    idempotente: true,
    ejemplo: { pedido: { id_venta: 341, numero: 1, formato: 'TERMICA' }, respuesta: COPIA },
  }),
  ruta({
    metodo: 'GET',
    camino: '/ventas/{id}/pdf',
    resumen: 'El recibo en A4',
    descripcion: 'Cada pedido es una copia más: sale con su número y queda anotada.',
    entrada: PorVentaInput,
    salida: { tipo: 'application/pdf', descripcion: 'El recibo en una hoja A4.' },
    permisos: ['venta:reimprimir'],
    ejemplo: { pedido: { id: 341 }, respuesta: '%PDF-1.3' },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas/quitadas',
    resumen: 'Anotar lo que se quitó de un ticket después de decir su total',
    descripcion: 'Lo manda el mostrador, sin demorar la venta. El ticket puede no haberse cobrado nunca.',
    entrada: AnotarQuitadasInput,
    salida: LineasQuitadas,
    estado: 201,
    permisos: ['venta:cobrar'],
    idempotente: true,
    ejemplo: {
      pedido: {
        id_sesion_caja: 18,
        ticket: '7b0f1c52-7f0e-4c55-9a39-3c9b6d0a5e11',
        lineas: [{ id_producto: 27, nombre: 'Leche PIL 1 L', cantidad: 1, importe: 7.5 }],
      },
      respuesta: { id_sesion_caja: 18, lineas: 1, fecha: '2026-11-20T14:30:00.000Z' },
    },
  }),
];

export const RUTAS_GAVETA = [
  rutasDe('cajas')({
    metodo: 'POST',
    camino: '/cajas/gaveta',
    resumen: 'Abrir la gaveta sin una venta',
    descripcion: 'Queda en la auditoría con su motivo y cuenta en las alertas. No mueve dinero.',
    entrada: AbrirGavetaInput,
    salida: GavetaAbierta,
    estado: 201,
    permisos: ['caja:abrir_gaveta'],
    idempotente: true,
    conflictos: ['sesion_cerrada'],
    ejemplo: {
      pedido: { id_sesion_caja: 18, motivo: 'Dar cambio a un cliente' },
      respuesta: {
        id_sesion_caja: 18,
        caja: 'Caja 1',
        motivo: 'Dar cambio a un cliente',
        fecha: '2026-11-20T14:30:00.000Z',
      },
    },
  }),
];

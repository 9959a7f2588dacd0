import type { DatosDePlantilla } from '@/lib/mail/plantillas';

const MOVIL = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36';
const HOY = '2026-11-20T';

/** Made-up facts for each template: what its preview says. */
export const MUESTRAS: DatosDePlantilla = {
  bienvenida: { nombre: 'Rosa Quispe', enlace: 'https://tienda.example.bo/ingresar' },
  codigo: { nombre: 'Rosa Quispe', codigo: 'K7M4QX', minutos: 15 },
  clave_cambiada: { nombre: 'Rosa Quispe', cuando: `${HOY}14:05:00Z`, dispositivo: MOVIL },
  cierre_de_caja: {
    caja: 'Caja 1',
    sucursal: 'Central',
    cajero: 'Rosa Quispe',
    cerro: 'Rosa Quispe',
    apertura: `${HOY}12:02:00Z`,
    cierre: `${HOY}23:31:00Z`,
    montoInicial: 30_000,
    teorico: 284_550,
    real: 284_050,
    enlace: 'https://tienda.example.bo/cajas/sesion/1',
  },
  aprobacion: {
    solicitante: 'Rosa Quispe',
    resumen: 'Descuento de 25 % en 1 producto',
    detalle: 'Producto: Aceite 900 ml\nPrecio: Bs 14,50\nDescuento: Bs 3,63',
    motivo: 'Envase golpeado',
    enlace: 'https://tienda.example.bo/aprobaciones',
    vence: `${HOY}14:20:00Z`,
  },
};

import { Codigos, Llaves, PersonaEnMostrador, PersonasDeMostrador, Secreto } from '@/lib/api/modelos/acceso';
import { Mensaje } from '@/lib/api/modelos/comunes';
import { rutasDe } from '@/lib/api/ruta';
import { SinDatos } from '@/lib/auth/input';
import { CambiarPersonaInput, DesbloquearInput, DeUsuarioInput, PonerPinInput } from '@/lib/auth/pin-input';
import {
  CambiarSegundoFactorInput,
  ConfirmarSegundoFactorInput,
  EmpezarSegundoFactorInput,
} from '@/lib/auth/segundo-factor-input';

const ruta = rutasDe('auth');
const usuario = rutasDe('usuario');
const comun = { limiteBytes: 4096, limitada: true } as const;
const CODIGOS = ['A2B3-C4D5-E6F7-G2H3', 'J4K5-L6M7-N2P3-Q4R5'];

export const RUTAS_ACCESO = [
  ruta({
    metodo: 'GET',
    camino: '/auth/llaves',
    resumen: 'Cómo están el PIN y el segundo factor propios',
    entrada: SinDatos,
    salida: Llaves,
    ejemplo: {
      respuesta: {
        pin: { puesto: true, cambiado_en: '2026-11-20T12:30:00.000Z' },
        segundo_factor: { activo: false, desde: null, codigos_restantes: 0, obligatorio: false },
        nivel: 'clave',
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/pin',
    resumen: 'Poner el PIN propio',
    descripcion:
      'De 6 a 12 dígitos, que no sean fáciles de adivinar. Se confirma con la contraseña: 403 `clave_incorrecta`. Nadie pone el de otra persona.',
    entrada: PonerPinInput,
    salida: Mensaje,
    ...comun,
    ejemplo: { pedido: { pin: '482915', password: 'kantuta-demo' }, respuesta: { message: 'PIN guardado.' } },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/auth/pin',
    resumen: 'Quitar el PIN propio',
    entrada: SinDatos,
    salida: Mensaje,
    ejemplo: { respuesta: { message: 'PIN quitado.' } },
  }),
  usuario({
    metodo: 'DELETE',
    camino: '/usuario/{id}/pin',
    resumen: 'Quitar el PIN de otra persona',
    descripcion:
      'Para quien lo olvidó: pone otro por su cuenta. No alcanza a quien tiene derechos que faltan al que pide.',
    entrada: DeUsuarioInput,
    salida: Mensaje,
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: 4 }, respuesta: { message: 'PIN quitado.' } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auth/mostrador',
    resumen: 'Quiénes pueden pasar a esta pantalla',
    descripcion:
      'Quien responde por la caja con que se trabaja y las personas admitidas en ella. Responde también bloqueada.',
    entrada: SinDatos,
    salida: PersonasDeMostrador,
    ejemplo: {
      respuesta: {
        bloqueada: false,
        actual: { id_usuario: 4, nombre: 'Rosa Mamani', con_pin: true, nivel: 'clave' },
        caja: 'Caja 1',
        personas: [{ id_usuario: 5, nombre: 'Elmer Condori' }],
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/cambiar',
    resumen: 'Cambiar de persona en el mostrador',
    descripcion:
      'Solo desde un navegador: la respuesta trae otra cookie y la anterior deja de servir. La persona entra a la misma caja abierta, con los derechos del mostrador, hasta que la caja cierre o por doce horas. Un PIN equivocado, alguien sin PIN, alguien no admitido y nadie tienen la misma respuesta, 403 `pin_incorrecto`; cinco fallas cierran el PIN por 15 minutos, y cada vez por el doble.',
    entrada: CambiarPersonaInput,
    salida: PersonaEnMostrador,
    conflictos: ['sin_caja_abierta'],
    ...comun,
    ejemplo: {
      pedido: { id_usuario: 5, pin: '482915' },
      respuesta: { id_usuario: 5, nombre: 'Elmer Condori', expira_en: '2026-11-21T02:10:00.000Z' },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/bloquear',
    resumen: 'Bloquear la pantalla',
    descripcion:
      'Desde entonces todo responde 401 `sesion_bloqueada`, menos desbloquear, cambiar de persona, salir, quiénes pueden pasar, los avisos y recibir los hechos firmados de un equipo.',
    entrada: SinDatos,
    salida: Mensaje,
    limiteBytes: 4096,
    ejemplo: { respuesta: { message: 'Pantalla bloqueada.' } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/desbloquear',
    resumen: 'Desbloquear la pantalla',
    descripcion: 'Con el PIN o con la contraseña de quien la bloqueó, uno de los dos.',
    entrada: DesbloquearInput,
    salida: Mensaje,
    ...comun,
    ejemplo: { pedido: { pin: '482915' }, respuesta: { message: 'Pantalla desbloqueada.' } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/segundo-factor',
    resumen: 'Empezar el segundo factor',
    descripcion: 'Responde el secreto una sola vez. Cuenta recién cuando se confirma con un código.',
    entrada: EmpezarSegundoFactorInput,
    salida: Secreto,
    conflictos: ['segundo_factor_activo'],
    ...comun,
    ejemplo: {
      pedido: { password: 'kantuta-demo' },
      respuesta: {
        secreto: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        uri: 'otpauth://totp/Kantuta:operador%40kantuta.bo?issuer=Kantuta&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
        qr: 'data:image/svg+xml;base64,PHN2Zy8+',
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/segundo-factor/confirmar',
    resumen: 'Activar el segundo factor',
    descripcion:
      'Con el primer código de la aplicación. Responde diez códigos de respaldo, que no se vuelven a mostrar.',
    entrada: ConfirmarSegundoFactorInput,
    salida: Codigos,
    conflictos: ['segundo_factor_activo', 'sin_segundo_factor'],
    ...comun,
    ejemplo: { pedido: { codigo: '287082' }, respuesta: { codigos: CODIGOS } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/segundo-factor/codigos',
    resumen: 'Renovar los códigos de respaldo',
    descripcion: 'Los anteriores dejan de servir.',
    entrada: CambiarSegundoFactorInput,
    salida: Codigos,
    ...comun,
    ejemplo: { pedido: { password: 'kantuta-demo', codigo: '287082' }, respuesta: { codigos: CODIGOS } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/segundo-factor/desactivar',
    resumen: 'Desactivar el segundo factor',
    descripcion: 'Con la contraseña y un código, o un código de respaldo.',
    entrada: CambiarSegundoFactorInput,
    salida: Mensaje,
    ...comun,
    ejemplo: {
      pedido: { password: 'kantuta-demo', codigo: '287082' },
      respuesta: { message: 'Segundo factor desactivado.' },
    },
  }),
  usuario({
    metodo: 'DELETE',
    camino: '/usuario/{id}/segundo-factor',
    resumen: 'Quitar el segundo factor de otra persona',
    descripcion:
      'Para quien perdió el teléfono y sus códigos. No alcanza a quien tiene derechos que faltan al que pide.',
    entrada: DeUsuarioInput,
    salida: Mensaje,
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: 4 }, respuesta: { message: 'Segundo factor quitado.' } },
  }),
];

import { z } from 'zod';
import { CodigoConfirmado, Mensaje } from '@/lib/api/modelos/comunes';
import { Login, Role, Tokens, Usuario } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import { IngresarInput, SinDatos } from '@/lib/auth/input';
import { CambiarConCodigoInput, ConfirmarCodigoInput, PedirCodigoInput } from '@/lib/auth/recuperar/input';
import { CambiarClaveInput } from '@/lib/usuario/schemas';
import { JWT_DE_MUESTRA, ROLE, USUARIO } from './ejemplos';

const ruta = rutasDe('auth');
const CUATRO_KB = 4096;
const RESET_TOKEN_DE_MUESTRA = 'PV6Xo0b1l0m9Ew1mJb2Q5cV9m3y4Zt8sKq7uWd2xNfE';
const TOKENS = { access_token: JWT_DE_MUESTRA, refresh_token: JWT_DE_MUESTRA };

export const RUTAS_AUTH = [
  ruta({
    metodo: 'POST',
    camino: '/auth/login',
    resumen: 'Ingresar',
    descripcion:
      'Un correo desconocido y una contraseña equivocada tienen la misma respuesta. Los límites cuentan fallas.',
    entrada: IngresarInput,
    salida: Login,
    publica: 'sin_token',
    limitada: true,
    limiteBytes: CUATRO_KB,
    ejemplo: {
      pedido: { email: 'operador@kantuta.bo', password: 'kantuta-demo' },
      respuesta: { ...TOKENS, user: USUARIO },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/refresh_token',
    resumen: 'Renovar los tokens',
    descripcion:
      'Sin cuerpo: el token de refresco va en `Authorization: Bearer …`. El anterior sirve hasta que se use su sucesor por primera vez; si vuelve después, se cierra toda la sesión.',
    entrada: SinDatos,
    salida: Tokens,
    publica: 'refresco',
    limitada: true,
    limiteBytes: CUATRO_KB,
    ejemplo: { respuesta: TOKENS },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/logout',
    resumen: 'Salir',
    descripcion:
      'Termina esta sesión: su token de refresco y su token de acceso dejan de servir en todos los servidores.',
    entrada: SinDatos,
    salida: Mensaje,
    limiteBytes: CUATRO_KB,
    ejemplo: { respuesta: { message: 'Sesión cerrada.' } },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/reset/code',
    resumen: 'Pedir un código para recuperar la contraseña',
    descripcion:
      'La respuesta y el trabajo son los mismos sea de quien sea el correo. El código tiene 6 caracteres, vale 15 minutos y 5 intentos; pedir otro deja sin valor el anterior. Cuentan todos los pedidos.',
    entrada: PedirCodigoInput,
    salida: Mensaje,
    publica: 'sin_token',
    limitada: true,
    limiteBytes: CUATRO_KB,
    ejemplo: {
      pedido: { email: 'operador@kantuta.bo' },
      respuesta: {
        message: 'Si ese correo es de una persona de la tienda, le llegará un código. Vale 15 minutos.',
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/confirm-code',
    resumen: 'Confirmar el código',
    descripcion: 'Cambia el código por `reset_token`, que sirve una vez, 10 minutos y para ese correo.',
    entrada: ConfirmarCodigoInput,
    salida: CodigoConfirmado,
    publica: 'sin_token',
    limitada: true,
    limiteBytes: CUATRO_KB,
    ejemplo: {
      pedido: { email: 'operador@kantuta.bo', code: 'K7M4QX' },
      respuesta: { message: 'Código correcto. Elija una contraseña nueva.', reset_token: RESET_TOKEN_DE_MUESTRA },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/reset-confirm',
    resumen: 'Elegir una contraseña nueva',
    descripcion:
      'Con `reset_token` o, sin pasar por `/auth/confirm-code`, con `code`. Cierra todos los ingresos de la persona y le avisa por correo.',
    entrada: CambiarConCodigoInput,
    salida: Mensaje,
    publica: 'sin_token',
    limitada: true,
    limiteBytes: CUATRO_KB,
    ejemplo: {
      pedido: {
        email: 'operador@kantuta.bo',
        newPassword: 'una frase larga y propia',
        reset_token: RESET_TOKEN_DE_MUESTRA,
      },
      respuesta: { message: 'La contraseña cambió. Ingrese con la nueva.' },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/auth/change-password',
    resumen: 'Cambiar la contraseña',
    descripcion:
      'La propia, con `currentPassword`: los otros ingresos se cierran y este sigue. Con `email`, la de otra persona sobre la que se tiene `usuario:editar`: le sirve para un ingreso, que pedirá una propia, y los suyos se cierran. De 8 a 128 caracteres, sin ser una contraseña conocida ni el propio nombre o correo.',
    entrada: CambiarClaveInput,
    salida: Mensaje,
    limitada: true,
    limiteBytes: CUATRO_KB,
    conflictos: ['clave_igual'],
    ejemplo: {
      pedido: { currentPassword: 'kantuta-demo', newPassword: 'una frase larga y propia' },
      respuesta: { message: 'Su contraseña cambió. Los otros ingresos se cerraron.' },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auth/profile',
    resumen: 'Quién ingresó',
    entrada: SinDatos,
    salida: Usuario,
    ejemplo: { respuesta: USUARIO },
  }),
  ruta({
    metodo: 'GET',
    camino: '/auth/roles/list',
    resumen: 'Los roles',
    entrada: SinDatos,
    salida: z.array(Role),
    ejemplo: { respuesta: [ROLE] },
  }),
];

import { z } from 'zod';
import { Mensaje } from '@/lib/api/modelos/comunes';
import { Login, Role, Tokens, Usuario } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import { IngresarInput, SinDatos } from '@/lib/auth/input';
import { JWT_DE_MUESTRA, ROLE, USUARIO } from './ejemplos';

const ruta = rutasDe('auth');
const CUATRO_KB = 4096;
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

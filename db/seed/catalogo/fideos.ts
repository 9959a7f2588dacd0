import { type CategoriaDeMuestra, deEmpresa } from './filas';

export const FIDEOS: CategoriaDeMuestra = {
  nombre: 'Fideos y sopas',
  productos: [
    // Famosa
    ...deEmpresa('7771501', [
      [1, 'Fideo Famosa spaghetti 400 g', 7, 5.9, 6, 'favorito'],
      [2, 'Fideo Famosa corbata 400 g', 7, 5.9, 4],
      [3, 'Fideo Famosa codito 400 g', 7, 5.9, 5],
      [4, 'Fideo Famosa cabello de ángel 400 g', 7, 5.9, 4],
      [11, 'Fideo Famosa spaghetti 1 kg', 15, 12.8, 2],
    ]),
    // Lazzaroni
    ...deEmpresa('7771502', [
      [1, 'Fideo Lazzaroni tallarín 400 g', 8, 6.6, 4],
      [2, 'Fideo Lazzaroni mostacho 400 g', 8, 6.6, 3],
      [3, 'Fideo Lazzaroni tornillo 400 g', 8, 6.6, 3],
      [11, 'Lasaña Lazzaroni 400 g', 17, 13.8, 1],
    ]),
    // Ferrari Ghezzi
    ...deEmpresa('7771503', [[1, 'Fideo Ferrari spaghetti 400 g', 7.5, 6.2, 2]]),
    // Nestlé (Chile)
    ...deEmpresa('7802950', [
      [101, 'Sopa Maggi pollo con fideos 60 g', 7, 5.5, 3],
      [111, 'Caldo Maggi gallina 8 cubos', 6, 4.6, 4],
      [112, 'Caldo Maggi carne 8 cubos', 6, 4.6, 3],
    ]),
    // Ajinomoto (Perú)
    ...deEmpresa('7754487', [
      [1, 'Ajino-men sabor pollo 80 g', 5, 3.9, 5],
      [2, 'Ajino-men sabor carne 80 g', 5, 3.9, 3],
      [11, 'Ajinomoto sobre 50 g', 3.5, 2.6, 2],
      [12, 'Sazonador Doña Gusta pollo 7 g', 1, 0.72, 5],
    ]),
  ],
};

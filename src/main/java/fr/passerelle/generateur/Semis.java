package fr.passerelle.generateur;

/**
 * Where the anomalies of the links of a collège are: each kind on two élèves (one in a
 * small school), spread evenly.
 */
final class Semis {

	private static final Faute[] FAUTES = Faute.values();

	/** From this many élèves on, each anomaly is sown twice. */
	private static final int GRANDE = 120;

	private final int nombre;

	private final int pas;

	Semis(Etablissement etablissement) {
		int fois = (etablissement.effectif() < GRANDE) ? 1 : 2;
		boolean liens = etablissement.fautif() && etablissement.nature() == Etablissement.Nature.COLLEGE;
		this.nombre = liens ? fois * FAUTES.length : 0;
		this.pas = etablissement.effectif() / (this.nombre + 1);
	}

	/** The anomaly of the élève of this rank, or null. */
	Faute faute(int rang) {
		if (this.nombre == 0) {
			return null;
		}
		boolean seme = rang > 0 && rang % this.pas == 0 && rang / this.pas <= this.nombre;
		return seme ? FAUTES[(rang / this.pas - 1) % FAUTES.length] : null;
	}

	/** How many élèves unknown to SIECLE the link file names: REJELEGROUPE_01. */
	int inconnus() {
		return this.nombre / FAUTES.length;
	}

}

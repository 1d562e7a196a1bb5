package fr.passerelle.generateur;

import java.util.Locale;

import fr.passerelle.noyau.Uai;

/**
 * A school to write.
 *
 * @param rang rank in the académie
 * @param nature collège or école
 * @param annee its school year
 * @param fautif whether anomalies are sown there
 * @param reglages what the académie is like
 * @param tirage its own chance
 */
record Etablissement(int rang, Nature nature, Annee annee, boolean fautif, Reglages reglages, Tirage tirage) {

	private static final int DEPARTEMENTS = 95;

	/** Serial numbers 9000 to 9999, from 9901 on: real schools are numbered from 0001. */
	Uai uai() {
		boolean metropole = territoire() == Territoire.METROPOLE;
		int serie = 9000 + (901 + (metropole ? this.rang / DEPARTEMENTS : this.rang)) % 1000;
		return Uai.deNumero((metropole ? departement() : "983") + serie);
	}

	/** Three digits, Corsica written as SIECLE does in UAI. */
	String departement() {
		if (territoire() == Territoire.NOUVELLE_CALEDONIE) {
			return "983";
		}
		int numero = (this.rang + 74) % DEPARTEMENTS + 1;
		return (numero == 20) ? "720" : Chiffres.sur(3, numero);
	}

	Territoire territoire() {
		return this.annee.territoire();
	}

	int effectif() {
		return this.reglages.eleves();
	}

	/** ELEVE_ID of its first élève; those of two schools never meet. */
	long premierId() {
		return 100_000 + (long) this.rang * effectif();
	}

	String nom() {
		String rue = Lexique.RUES.get(this.rang % Lexique.RUES.size());
		return rue.substring(rue.indexOf(' ') + 1);
	}

	/** What a school is. */
	enum Nature {

		COLLEGE, ECOLE;

		String texte() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}

package fr.passerelle.controle;

import java.util.regex.Pattern;

/** The name of a file whose grammar is required, and that of its archive (D3, D5). */
final class NomVerification implements Verification {

	/** What a browser adds to a second copy. */
	private static final Pattern COPIE = Pattern.compile(" ?\\(\\d+\\)$");

	@Override
	public void verifier(Faits faits, Constats constats) {
		if (faits.source().nomExige()) {
			forme(faits, constats);
		}
		if (faits.source().memeNomQueArchive() && faits.lu().archive() && !memeNom(faits.lu())) {
			constats.refuser(Codes.NOM_ARCHIVE, "archive", faits.lu().fichier(), "entree", faits.lu().nomEntree());
		}
	}

	private static void forme(Faits faits, Constats constats) {
		String fichier = faits.lu().fichier();
		if (!faits.nom().conforme()) {
			ChiffrePerdu.lectures(fichier)
				.ifPresentOrElse((lectures) -> constats.refuser(Codes.NOM, "variante", "chiffre-perdu", "fichier",
						fichier, "lectures", lectures), () -> constats.refuser(Codes.NOM, "fichier", fichier));
		}
		else if (faits.nom().horodatage() != null && faits.nom().moment(faits.source()).isEmpty()) {
			constats.refuser(Codes.NOM, "variante", "horodatage", "fichier", fichier, "horodatage",
					faits.nom().horodatage());
		}
	}

	private static boolean memeNom(Lu lu) {
		return base(lu.fichier()).equals(base(lu.nomEntree()));
	}

	private static String base(String nom) {
		int point = nom.lastIndexOf('.');
		return COPIE.matcher((point < 0) ? nom : nom.substring(0, point)).replaceFirst("");
	}

}

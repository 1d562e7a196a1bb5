package fr.passerelle.controle;

import java.util.Optional;
import java.util.Set;

import fr.passerelle.noyau.Uai;

/** The name, the content, the folder and the account speak of one school (F22). */
final class EtablissementVerification implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		String contenu = faits.uaiContenu();
		String nom = faits.nom().uai();
		if (contenu != null) {
			cle(contenu, constats);
		}
		if (nom != null && !nom.equals(contenu)) {
			cle(nom, constats);
		}
		if (faits.source().entete().containsKey("uai") && contenu == null
				|| faits.uai().isEmpty() && nom == null && contenu == null) {
			constats.refuser(Codes.UAI, "variante", "absent");
		}
		if (contenu != null && nom != null && !nom.equals(contenu)) {
			constats.refuser(Codes.NOM_ET_CONTENU, "uai_nom", nom, "uai_xml", contenu);
		}
		faits.uai().ifPresent((uai) -> appartenance(uai, faits.contexte(), constats));
	}

	private static void cle(String texte, Constats constats) {
		if (Uai.lire(texte).isPresent()) {
			return;
		}
		attendu(texte).ifPresentOrElse(
				(attendu) -> constats.refuser(Codes.UAI, "uai", texte, "attendu", attendu.code()),
				() -> constats.refuser(Codes.UAI, "variante", "illisible", "uai", texte));
	}

	/** The code these digits call for, when only the key letter is wrong. */
	private static Optional<Uai> attendu(String texte) {
		return texte.matches("\\d{7}[A-Z]") ? Optional.of(Uai.deNumero(texte.substring(0, 7))) : Optional.empty();
	}

	private static void appartenance(Uai uai, Contexte contexte, Constats constats) {
		Set<String> autorisees = contexte.uaisAutorisees();
		boolean autre = contexte.uaiAnnonce() != null && !contexte.uaiAnnonce().equals(uai.code());
		if (autorisees != null && (autre || !autorisees.contains(uai.code()))) {
			constats.refuser(Codes.AUTRE_ETABLISSEMENT, "variante", "compte");
		}
		else if (autre && Uai.lire(contexte.uaiAnnonce()).isEmpty()) {
			constats.refuser(Codes.AUTRE_ETABLISSEMENT, "variante", "dossier", "uai_fichier", uai.code(), "uai",
					contexte.uaiAnnonce());
		}
		else if (autre) {
			constats.refuser(Codes.AUTRE_ETABLISSEMENT, "uai_fichier", uai.code(), "uai", contexte.uaiAnnonce());
		}
		if (contexte.etablissements() != null && !contexte.etablissements().contains(uai.code())) {
			constats.refuser(Codes.NON_OUVERT, "uai", uai.code());
		}
	}

}

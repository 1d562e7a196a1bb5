package fr.passerelle.controle;

import java.util.Optional;

import fr.passerelle.calendrier.AnneeScolaire;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

/** The year of the file is open where it goes (calendar rules; R089, R118, R169). */
record AnneeVerification(Calendriers calendriers) implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		if (!faits.ditSonAnnee()) {
			faits.uai().ifPresent((uai) -> uneOuverte(uai, faits, constats));
			return;
		}
		String millesime = faits.millesime();
		if (millesime == null || !millesime.matches("\\d{4}")) {
			constats.refuser(Codes.ANNEE, "variante", "illisible", "a", millesime);
			return;
		}
		if (faits.nom().annee() != null && !faits.nom().annee().equals(millesime)) {
			constats.refuser(Codes.ANNEE_NOM_ET_CONTENU, "a_nom", faits.nom().annee(), "a_xml", millesime);
		}
		faits.uai().ifPresent((uai) -> ouverte(uai, millesime, faits, constats));
	}

	/** A file that does not say its year is of the one that is open. */
	private void uneOuverte(Uai uai, Faits faits, Constats constats) {
		String systeme = faits.source().systeme();
		if (this.calendriers.ouvertes(uai, systeme, faits.contexte().instant()).isEmpty()) {
			constats.refuser(Codes.ANNEE_ABSENTE, "application", application(systeme), "territoire",
					this.calendriers.territoire(uai).libelle());
		}
	}

	private void ouverte(Uai uai, String millesime, Faits faits, Constats constats) {
		String systeme = faits.source().systeme();
		AnneesOuvertes ouvertes = AnneesOuvertes.de(this.calendriers, uai, systeme, faits.contexte());
		Optional<Integer> annee = this.calendriers.anneeScolaire(uai, systeme, millesime);
		if (annee.filter(ouvertes.annees()::contains).isPresent()) {
			return;
		}
		String attendu = this.calendriers.millesime(uai, systeme, ouvertes.attendue());
		CauseAnnee cause = CauseAnnee.de(this.calendriers.territoire(uai), systeme,
				Integer.parseInt(millesime) - Integer.parseInt(attendu));
		constats.refuser(cause.code(), "variante", cause.variante(), "a", millesime, "b", attendu, "application",
				application(systeme), "libelle", libelle(uai, ouvertes.attendue()), "territoire",
				this.calendriers.territoire(uai).libelle());
	}

	private String libelle(Uai uai, int annee) {
		return this.calendriers.annee(uai, annee).map(AnneeScolaire::libelle).orElse(Integer.toString(annee));
	}

	/** Links go to SIECLE: it is its year that they must be of. */
	private static String application(String systeme) {
		return systeme.equals("STS") ? "STS-WEB" : systeme.equals("ELEGROUPE") ? "SIECLE" : systeme;
	}

}

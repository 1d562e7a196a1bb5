package fr.passerelle.controle;

import java.time.LocalDate;
import java.util.Map;

import fr.passerelle.calendrier.AnneeOuverte;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.noyau.Uai;

/** What is odd, and not wrong, about the moment of the export (K07, K17, C21). */
record MomentVerification(Calendriers calendriers) implements Verification {

	@Override
	public void verifier(Faits faits, Constats constats) {
		if (faits.uai().isEmpty() || !faits.ditSonAnnee()) {
			return;
		}
		Uai uai = faits.uai().get();
		String systeme = faits.source().systeme();
		this.calendriers.anneeScolaire(uai, systeme, faits.millesime()).ifPresent((annee) -> {
			faits.horodatage()
				.ifPresent((moment) -> this.calendriers.ouverture(uai, systeme, annee)
					.ifPresent((ouverte) -> periode(systeme, moment.toLocalDate(), ouverte, constats)));
			if (systeme.equals("STS")) {
				avance(annee, faits.millesime(), uai, faits.contexte().memoire().anneesVues(uai), constats);
			}
		});
	}

	private static void periode(String systeme, LocalDate jour, AnneeOuverte ouverte, Constats constats) {
		if (jour.isBefore(ouverte.ouvre()) || jour.isAfter(ouverte.ferme())) {
			constats.remarquer(Codes.HORS_PERIODE, "date", Horodatages.jour(jour), "ouvre",
					Horodatages.jour(ouverte.ouvre()), "ferme", Horodatages.jour(ouverte.ferme()), "a",
					ouverte.millesime());
		}
		else if (systeme.equals("ELEGROUPE") && jour.isBefore(ouverte.annee().rentree())) {
			constats.remarquer(Codes.AVANT_RENTREE, "date", Horodatages.jour(jour), "rentree",
					Horodatages.jour(ouverte.annee().rentree()));
		}
	}

	private void avance(int annee, String millesime, Uai uai, Map<String, Integer> vues, Constats constats) {
		Integer siecle = vues.get("SIECLE");
		if (siecle != null && siecle < annee) {
			constats.remarquer(Codes.STS_EN_AVANCE, "a", millesime, "b",
					this.calendriers.millesime(uai, "SIECLE", siecle));
		}
	}

}

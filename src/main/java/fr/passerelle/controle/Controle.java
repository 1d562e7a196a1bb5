package fr.passerelle.controle;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import fr.passerelle.calendrier.AnneeOuverte;
import fr.passerelle.calendrier.Calendriers;
import fr.passerelle.mapping.Mappings;
import fr.passerelle.mapping.SourceMapping;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.Uai;

/**
 * Judges documents. Every check looks, so that the sender reads all that is wrong at
 * once, the most upstream first; nothing is read or written here but the facts given.
 */
public final class Controle {

	private final Reconnaissance reconnaissance;

	private final Calendriers calendriers;

	private final List<Verification> verifications;

	public Controle(Mappings mappings, Calendriers calendriers) {
		this.reconnaissance = new Reconnaissance(mappings);
		this.calendriers = calendriers;
		this.verifications = List.of(new NomVerification(), new VersionVerification(), new EtablissementVerification(),
				new AnneeVerification(calendriers), new ContenuVerification(), new MomentVerification(calendriers));
	}

	/** Whether this document can be trusted, in these circumstances. */
	public Verdict juger(Lu lu, Contexte contexte) {
		return this.reconnaissance.flux(lu)
			.map((source) -> juger(new Faits(lu, source, contexte)))
			.orElseGet(() -> Verdict.illisible(contexte.uaiAnnonce(), Reconnaissance.refus(lu)));
	}

	/** The mapping of this document, when it is of a known flow. */
	public Optional<SourceMapping> source(Lu lu) {
		return this.reconnaissance.flux(lu);
	}

	private Verdict juger(Faits faits) {
		Constats constats = new Constats();
		this.verifications.forEach((verification) -> verification.verifier(faits, constats));
		constats.remarquer(faits.lu().remarques());
		Optional<Constat> interdit = constats.refus().stream().filter(Controle::nonDescriptible).findFirst();
		return interdit.map((refus) -> Verdict.illisible(faits.contexte().uaiAnnonce(), refus))
			.orElseGet(() -> verdict(faits, constats));
	}

	/** The file of another school is refused to an account without a word on it. */
	private static boolean nonDescriptible(Constat refus) {
		return refus.code().equals(Codes.AUTRE_ETABLISSEMENT) && "compte".equals(refus.valeurs().get("variante"));
	}

	private Verdict verdict(Faits faits, Constats constats) {
		Optional<Integer> annee = faits.uai().flatMap((uai) -> annee(uai, faits));
		boolean perime = constats.refus().isEmpty() && perime(faits, annee, constats);
		return new Verdict(faits.source().flux(), faits.uai().map(Uai::code).orElse(null),
				faits.uai().flatMap((uai) -> annee.map((an) -> millesime(uai, an, faits))).orElse(faits.millesime()),
				annee.orElse(null), faits.horodatage().orElse(null), constats.refus(), perime, constats.remarques());
	}

	/** A file that does not say its year is of the one that is open. */
	private Optional<Integer> annee(Uai uai, Faits faits) {
		String systeme = faits.source().systeme();
		return faits.ditSonAnnee() ? this.calendriers.anneeScolaire(uai, systeme, faits.millesime())
				: this.calendriers.ouvertes(uai, systeme, faits.contexte().instant())
					.stream()
					.reduce((avant, apres) -> apres)
					.map(AnneeOuverte::annee)
					.map((ouverte) -> ouverte.annee());
	}

	private String millesime(Uai uai, int annee, Faits faits) {
		return this.calendriers.millesime(uai, faits.source().systeme(), annee);
	}

	private boolean perime(Faits faits, Optional<Integer> annee, Constats constats) {
		Optional<LocalDateTime> dernier = faits.uai()
			.flatMap((uai) -> annee
				.flatMap((an) -> faits.contexte().memoire().dernierHorodatage(uai, an, faits.source().flux())));
		Optional<LocalDateTime> moment = faits.horodatage();
		if (dernier.isEmpty() || moment.isEmpty() || !moment.get().isBefore(dernier.get())) {
			return false;
		}
		constats.remarquer(Codes.PLUS_ANCIEN, "variante", "dates", "date", Horodatages.moment(moment.get()), "date2",
				Horodatages.moment(dernier.get()));
		return true;
	}

}

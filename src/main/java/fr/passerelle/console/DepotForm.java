package fr.passerelle.console;

import fr.passerelle.depot.FichierTropGrand;
import fr.passerelle.depot.Guichet;
import fr.passerelle.depot.NomDeFichier;
import fr.passerelle.journal.CompteRendu;
import fr.passerelle.journal.ComptesRendus;
import fr.passerelle.journal.Depots;
import fr.passerelle.noyau.NumeroDepot;
import fr.passerelle.noyau.Uai;
import fr.passerelle.rapport.Fuseau;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of the home page; its answer is the first verdict. */
@Controller
class DepotForm {

	private static final String ACCUEIL = "redirect:/";

	private final Guichet guichet;

	private final Depots depots;

	private final ComptesRendus comptesRendus;

	private final Fuseau fuseau;

	private final Courant courant;

	DepotForm(Guichet guichet, Depots depots, ComptesRendus comptesRendus, Fuseau fuseau, Courant courant) {
		this.guichet = guichet;
		this.depots = depots;
		this.comptesRendus = comptesRendus;
		this.fuseau = fuseau;
		this.courant = courant;
	}

	/**
	 * Takes a file.
	 * @param etablissement the school the form was opened for, empty for all, null when
	 * no form was
	 */
	@PostMapping("/depots")
	@Reserve(Action.DEPOSER)
	String deposer(@RequestParam MultipartFile fichier, @RequestParam(defaultValue = "") String uai,
			@RequestParam(required = false) String etablissement, @AuthenticationPrincipal Compte compte,
			HttpSession session, RedirectAttributes suite) {
		if (etablissement != null && !etablissement.equals(this.courant.uai(session, compte).orElse(""))) {
			return erreur(suite, "Vous avez changé d'établissement depuis l'ouverture de ce formulaire : rien n'a été "
					+ "déposé. Vérifiez l'établissement affiché, puis recommencez.");
		}
		String annonce = uai.isBlank() ? null : uai.strip().toUpperCase(java.util.Locale.ROOT);
		if (fichier.isEmpty() || annonce != null && Uai.lire(annonce).isEmpty()) {
			return erreur(suite, fichier.isEmpty() ? "Choisissez un fichier qui ne soit pas vide."
					: "Le code UAI a 7 chiffres et une lettre ; celui-ci n'est pas valable.");
		}
		NumeroDepot numero = this.guichet.deposer(fichier, NomDeFichier.deNavigateur(fichier.getOriginalFilename()),
				compte.utilisateur(), annonce, compte.perimetre().uais(), false);
		suite.addFlashAttribute("verdict", DepotAffiche.de(this.depots.depot(numero), this.fuseau));
		suite.addFlashAttribute("refus", this.comptesRendus.trouver(numero).map(CompteRendu::refus).orElse(null));
		return ACCUEIL;
	}

	@ExceptionHandler({ MaxUploadSizeExceededException.class, FichierTropGrand.class })
	String tropGrand(RedirectAttributes suite) {
		return erreur(suite, "Le fichier est trop grand : rien n'a été déposé.");
	}

	@ExceptionHandler
	String illisible(MultipartException ex, RedirectAttributes suite) {
		return erreur(suite, "Le fichier n'est pas arrivé entier : rien n'a été déposé. Recommencez.");
	}

	private static String erreur(RedirectAttributes suite, String phrase) {
		suite.addFlashAttribute("erreur", phrase);
		return ACCUEIL;
	}

}

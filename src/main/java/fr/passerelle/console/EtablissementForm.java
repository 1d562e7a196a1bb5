package fr.passerelle.console;

import java.util.Locale;

import fr.passerelle.noyau.Uai;
import fr.passerelle.securite.Action;
import fr.passerelle.securite.Compte;
import fr.passerelle.securite.Reserve;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes school without leaving (R012). */
@Controller
class EtablissementForm {

	private final Courant courant;

	EtablissementForm(Courant courant) {
		this.courant = courant;
	}

	@PostMapping("/etablissement")
	@Reserve(Action.LIRE)
	String changer(@RequestParam String uai, @AuthenticationPrincipal Compte compte, HttpSession session,
			RedirectAttributes suite) {
		String voulu = uai.strip().toUpperCase(Locale.ROOT);
		if (voulu.isEmpty() || Uai.lire(voulu).isPresent() && compte.perimetre().voit(voulu)) {
			this.courant.changer(session, voulu);
		}
		else {
			suite.addFlashAttribute("erreur", "Ce code UAI n'est pas celui d'un de vos établissements.");
		}
		return "redirect:/";
	}

}

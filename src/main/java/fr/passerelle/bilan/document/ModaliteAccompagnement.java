package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;

/** A measure of support. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(propOrder = { "complementPpre", "complementContratReussite" })
public class ModaliteAccompagnement {

	@XmlAttribute
	public String code;

	@XmlElement(name = "complement-ppre")
	public String complementPpre;

	@XmlElement(name = "complement-contrat-reussite")
	public String complementContratReussite;

}

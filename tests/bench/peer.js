/*
 * peer.js ENGINE MODULES TEMPLATE JSONDIR OUTDIR CODE... - fills the template
 * with each CODE.json as the engine's own documentation does, and prints the
 * CPU time of all but the first two in microseconds (getrusage).
 */
"use strict";
const fs = require("fs");
const path = require("path");
const [engine, modules, template, from, to, ...codes] = process.argv.slice(2);
const load = (name) => require(path.join(modules, name));
const binary = fs.readFileSync(template);

const engines = {
	docxtemplater() {
		const PizZip = load("pizzip");
		const Docxtemplater = load("docxtemplater");
		return (data) => {
			const doc = new Docxtemplater(new PizZip(binary), {
				paragraphLoop: true,
				linebreaks: true,
			});
			doc.render(data);
			return doc.getZip().generate({
				type: "nodebuffer",
				compression: "DEFLATE",
			});
		};
	},
	"easy-template-x"() {
		const { TemplateHandler } = load("easy-template-x");
		const handler = new TemplateHandler();
		return (data) => handler.process(binary, data);
	},
	carbone() {
		const carbone = load("carbone");
		return (data) =>
			new Promise((good, bad) =>
				carbone.render(template, data, (err, out) =>
					err ? bad(err) : good(out)
				)
			);
	},
};

async function main() {
	const fill = engines[engine]();
	const warm = codes.length > 2 ? 2 : 0;
	let start = process.cpuUsage();
	for (const [n, code] of codes.entries()) {
		if (n === warm) start = process.cpuUsage();
		const data = JSON.parse(
			fs.readFileSync(path.join(from, code + ".json"), "utf8")
		);
		fs.writeFileSync(path.join(to, code + ".docx"), await fill(data));
	}
	const used = process.cpuUsage(start);
	console.log(used.user + used.system);
	process.exit(0);
}

main().catch((err) => {
	console.error(err);
	process.exit(1);
});

import type { Platform } from './node-binary.ts';

/** What the texts of a package speak of. */
export interface Told {
  readonly version: string;
  readonly platform: Platform;
  readonly node: string;
  /** The day that the page bears. */
  readonly made: string;
  /** Packages that are not inside, by name, with their versions. */
  readonly optional: Readonly<Record<string, string>>;
}

/** The file that starts the command line, by its name. */
export function starterOf(platform: Platform): readonly [name: string, text: string] {
  if (platform === 'win-x64')
    return ['shouze.cmd', '@echo off\r\n"%~dp0node\\node.exe" "%~dp0app\\bin\\shouze.js" %*\r\n'];
  // a link to it, from a folder of the path, leads here too
  const text = `#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/node/node" "$here/app/bin/shouze.js" "$@"
`;
  return ['shouze', text];
}

export function chineseReadme(told: Told): string {
  const { version, platform, node, made, optional } = told;
  const call = callOn(platform);
  return `守则 shouze ${version}（${platform}）离线包

页面
  双击 shouze.html，用 Chromium 103 或更高版本内核的浏览器打开。
  不需要安装，不联网，打开的文件不离开本机。
  页面制作于 ${made}，页脚写明规则库的版本、摘要和下次变动的日期。

命令行
  解开后在本文件夹里运行，不需要另装 Node（包内为 ${node}）：

  ${call} check app/examples/dossiers        核查样例卷宗
  ${call} check 卷宗.yaml                     核查自己的卷宗
  ${call} manual --format html --out 手册     生成作业手册
  ${call} --help                              全部命令

核对
  ${
    platform === 'win-x64'
      ? 'SHA256SUMS 列有每个文件的 SHA-256，可用 certutil -hashfile 文件名 SHA256 逐个核对。'
      : 'sha256sum -c --quiet SHA256SUMS，没有输出即各文件完好。'
  }

本包没有的
  PDF、Word 文件中的图、Parquet 表格要用下列软件包。它们体积大，或许可证与其余不同，未放入；
  需要时由管理员从 npm 取来，放进 app/node_modules，不用的不必装：
${listed(optional)}

许可证
  守则：app/LICENSE。他人的软件：LICENCES.txt，列明名称、版本、许可证，附全文。
`;
}

export function englishReadme(told: Told): string {
  const { version, platform, node, made, optional } = told;
  const call = callOn(platform);
  return `shouze ${version} (${platform}), offline package

The page
  Open shouze.html by a double click, in a browser with Chromium 103 or newer.
  Nothing is installed, nothing is fetched, and no file that you open leaves the machine.
  The page was made on ${made}; at its foot stand the rulebook’s version, digest and next change.

The command line
  Unpack, and run it in this folder; Node is inside (${node}):

  ${call} check app/examples/dossiers        judges the samples
  ${call} check dossier.yaml                 judges a file of yours
  ${call} manual --format html --out manual  makes the manual
  ${call} --help                             all commands

To verify
  ${
    platform === 'win-x64'
      ? 'SHA256SUMS has the SHA-256 of every file; certutil -hashfile FILE SHA256 prints that of one.'
      : 'sha256sum -c --quiet SHA256SUMS prints nothing where every file is whole.'
  }

What is not inside
  PDF, charts in Word files and Parquet tables take the packages below. They are large, or under
  a licence unlike the others. Whoever administers the machine may get them from npm and put
  them into app/node_modules; what is not used is not needed:
${listed(optional)}

Licences
  shouze: app/LICENSE. What others wrote: LICENCES.txt has names, versions, licences and texts.
`;
}

function callOn(platform: Platform): string {
  return platform === 'win-x64' ? 'shouze' : './shouze';
}

function listed(optional: Readonly<Record<string, string>>): string {
  return Object.entries(optional)
    .map(([name, version]) => `    ${name} ${version}`)
    .join('\n');
}
